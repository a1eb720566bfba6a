/**
 * What is wrong with the credentials of PLAIN (RFC 4616) by their form alone: an empty part, a NUL, the name, a NUL, the password. In
 * the first part some servers take nothing, not even the same name. undefined where nothing is wrong, or where they are not shown as they were sent.
 */
export function plainCredentials(
  initial: string,
): 'with nothing in a field' | 'without separators' | 'with an identity to act as' | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4}){2,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(initial)) return undefined;
  const text = atob(initial);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what stands between them.
  if (!/^[\x00\x20-\x7e]+$/.test(text)) return undefined;
  const [identity, name, password] = text.split('\0');
  if (name === undefined || password === undefined) return 'without separators';
  if ([name, password].some((field) => nothing.has(field))) return 'with nothing in a field';
  return identity === '' ? undefined : 'with an identity to act as';
}

/** What a program writes for a variable that is not set. */
const nothing = new Set(['', 'undefined', 'null', 'None', 'nil']);
