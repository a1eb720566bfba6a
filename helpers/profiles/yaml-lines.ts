import { isNode, LineCounter, parseDocument } from 'yaml';
import { HarnessError } from '../errors';

/** A YAML file's value, and on which line a part of it stands: the nearest that is there for a part that is missing. */
export function parseYaml(path: string, text: string, options: { readonly merge?: boolean } = {}) {
  const lines = new LineCounter();
  // What it would warn of on standard error, such as a key that is a list, the schema refuses.
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', ...options });
  const [error] = document.errors;
  if (error) throw new HarnessError('EPROFILE', `${path}: ${error.message}`);
  const lineOf = (place: readonly PropertyKey[]): number | undefined => {
    for (let length = place.length; length > 0; length--) {
      const node = document.getIn(place.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  return { value: valueIn(document, path), lineOf };
}

/** An alias of nothing is no error of syntax, nor are aliases of aliases that would fill the memory. */
function valueIn(document: ReturnType<typeof parseDocument>, path: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    throw new HarnessError('EPROFILE', `${path}: ${(cause as Error).message}`, { cause });
  }
}
