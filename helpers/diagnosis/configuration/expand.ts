import type { Setting } from '../../model/failure-mode';

/**
 * Expands `$name`, `${name}`, `$(name)`, `${name?text}`, `${name:text}` and `${name?{text}:{other}}` as postconf(5)
 * says. What is set nowhere and has no default here becomes nothing.
 */
export function expand(
  text: string,
  settings: ReadonlyMap<string, Setting>,
  defaults: ReadonlyMap<string, string> = new Map(),
): string {
  let left = mostExpanded;
  return expandPart(text, 0);

  function expandPart(part: string, depth: number): string {
    left -= part.length + 1;
    // Postfix gives up on a parameter that refers to itself; so do we, and on those that multiply each other.
    if (depth > maxDepth || left < 0) return part;
    let expanded = '';
    let rest = part;
    while (rest !== '') {
      const dollar = rest.indexOf('$');
      if (dollar < 0) return expanded + rest;
      expanded += rest.slice(0, dollar);
      const reference = readReference(rest.slice(dollar));
      // A bracket that nothing closes: Postfix refuses the whole value.
      if (reference === undefined) return expanded + rest.slice(dollar);
      const { name, whenSet, whenEmpty, length } = reference;
      rest = rest.slice(dollar + length);
      if (name === undefined) {
        expanded += '$';
        continue;
      }
      const value = settings.get(name)?.value ?? defaults.get(name) ?? '';
      if (whenSet === undefined && whenEmpty === undefined) expanded += expandPart(value, depth + 1);
      else expanded += expandPart((value === '' ? whenEmpty : whenSet) ?? '', depth + 1);
    }
    return expanded;
  }
}

/** The names that a value refers to. */
export function referredNames(text: string): readonly string[] {
  return [...text.matchAll(/\$[{(]?\s*(\w+)/g)].flatMap(([, name]) => name ?? []);
}

const maxDepth = 20;

/** Characters; a value of main.cf that was meant has some hundreds. */
const mostExpanded = 100_000;

interface Reference {
  readonly name: string | undefined;
  readonly whenSet?: string | undefined;
  readonly whenEmpty?: string | undefined;
  /** How many characters it takes; `$$` stands for a dollar. */
  readonly length: number;
}

function readReference(text: string): Reference | undefined {
  if (text.startsWith('$$')) return { name: undefined, length: 2 };
  const plain = /^\$(\w+)/.exec(text);
  if (plain) return { name: plain[1], length: plain[0].length };
  const inner = enclosed(text.slice(1));
  if (inner === undefined) return /^\$[{(]/.test(text) ? undefined : { name: undefined, length: 1 };
  const length = inner.length + 3;
  const [, name, sign, tail = ''] = /^\s*(\w+)\s*(?:([?:])(.*))?$/s.exec(inner) ?? [];
  if (sign === undefined) return { name, length };
  const first = tail.trimStart().startsWith('{') ? enclosed(tail.trimStart()) : undefined;
  if (sign === ':') return { name, whenEmpty: first ?? tail, length };
  if (first === undefined) return { name, whenSet: tail, length };
  const other = tail
    .trimStart()
    .slice(first.length + 2)
    .trimStart();
  const whenEmpty = other.startsWith(':') ? (enclosed(other.slice(1).trimStart()) ?? other.slice(1)) : undefined;
  return { name, whenSet: first, whenEmpty, length };
}

/** What stands between the bracket at the start and the one that closes it. */
function enclosed(text: string): string | undefined {
  const close = text[0] === '{' ? '}' : text[0] === '(' ? ')' : undefined;
  if (close === undefined) return undefined;
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === text[0]) open++;
    else if (text[index] === close && --open === 0) return text.slice(1, index);
  }
  return undefined;
}
