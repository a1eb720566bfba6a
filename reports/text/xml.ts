/** An element as plain data. Attributes without a value are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly XmlElement[];
  readonly text?: string;
}

/** An XML 1.0 document with this root. */
export function renderXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderElement(root, '')}\n`;
}

function renderElement(element: XmlElement, indent: string): string {
  const tag = `${element.name}${renderAttributes(element.attributes ?? {})}`;
  if (element.text !== undefined) return `${indent}<${tag}>${escapeText(element.text)}</${element.name}>`;
  const children = (element.children ?? []).map((child) => renderElement(child, `${indent}  `));
  return children.length === 0
    ? `${indent}<${tag}/>`
    : [`${indent}<${tag}>`, ...children, `${indent}</${element.name}>`].join('\n');
}

function renderAttributes(attributes: NonNullable<XmlElement['attributes']>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');
}

/** `>` too, since `]]>` may not stand in text (XML 1.0 section 2.4); CR, since a parser would make it LF (2.11). */
function escapeText(text: string): string {
  return withoutForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Line ends and tabs too: a parser makes them spaces in attributes (XML 1.0 section 3.3.3). */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** XML 1.0 section 2.2: other characters may not stand in a document, not even as references. They're made visible, and so is what may, but steers a terminal. */
function withoutForbidden(text: string): string {
  return text.replace(
    /[^\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
