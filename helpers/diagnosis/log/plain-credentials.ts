/**
 * What is wrong with the credentials of PLAIN (RFC 4616) by their form alone: an empty part, a NUL, the name, a NUL, the password.
 * undefined where nothing is, or where they are not shown as they were sent.
 */
export function plainCredentials(initial: string): 'with nothing in a field' | 'without separators' | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4}){2,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(initial)) return undefined;
  const text = atob(initial);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what stands between them.
  if (!/^[\x00\x20-\x7e]+$/.test(text)) return undefined;
  const [, name, password] = text.split('\0');
  if (name === undefined || password === undefined) return 'without separators';
  return [name, password].some((field) => nothing.has(field)) ? 'with nothing in a field' : undefined;
}

/** What a program writes for a variable that is not set. */
const nothing = new Set(['', 'undefined', 'null', 'None', 'nil']);
