/** An element as a parser sees it. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ReadElement[];
  /** All text directly inside, references resolved. */
  readonly text: string;
}

/** Reads what an XML 1.0 document without DTD may contain, and throws at all that makes it not well-formed. */
export function readXml(document: string): ReadElement {
  const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(document);
  if (forbidden) throw new Error(`forbidden character at ${forbidden.index}`);
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/.exec(document)?.[0] ?? '';
  const [root, end] = readElement(document, declaration.length);
  if (document.slice(end).trim() !== '') throw new Error(`content after the root element at ${end}`);
  return root;
}

function readElement(document: string, start: number): [ReadElement, number] {
  const open = matchAt(/<([\w.:-]+)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>/y, document, start);
  const [tag, name = '', rawAttributes = '', selfClosing] = open;
  const attributes = readAttributes(rawAttributes);
  const children: ReadElement[] = [];
  let text = '';
  let at = start + tag.length;
  if (selfClosing) return [{ name, attributes, children, text }, at];
  for (;;) {
    const raw = /[^<]*/y;
    raw.lastIndex = at;
    const [characters = ''] = raw.exec(document) ?? [];
    if (characters.includes(']]>')) throw new Error(`"]]>" in text at ${at}`);
    text += resolveReferences(characters.replaceAll(/\r\n?/g, '\n'));
    at += characters.length;
    if (document.startsWith('</', at)) {
      const [closing] = matchAt(new RegExp(`</${name}\\s*>`, 'y'), document, at);
      return [{ name, attributes, children, text }, at + closing.length];
    }
    const [child, end] = readElement(document, at);
    children.push(child);
    at = end;
  }
}

function readAttributes(raw: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of raw.matchAll(/([\w.:-]+)="([^"]*)"/g)) {
    if (name in attributes) throw new Error(`attribute ${name} is there twice`);
    attributes[name] = resolveReferences(value.replaceAll(/[\t\n\r]/g, ' '));
  }
  return attributes;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolveReferences(text: string): string {
  return text.replaceAll(/&([^;\s]*;?)/g, (reference, body: string) => {
    const [, decimal] = /^#(\d+);$/.exec(body) ?? [];
    const character = decimal === undefined ? named[body.replace(/;$/, '')] : String.fromCodePoint(Number(decimal));
    if (character === undefined || !body.endsWith(';')) throw new Error(`no such reference: ${reference}`);
    return character;
  });
}

function matchAt(pattern: RegExp, document: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  const match = pattern.exec(document);
  if (!match) throw new Error(`not well-formed at ${at}: ${document.slice(at, at + 60)}`);
  return match;
}
