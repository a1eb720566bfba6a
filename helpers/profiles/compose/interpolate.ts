/** The values of variables, and whom to tell of those that there are none of. */
export interface Variables {
  readonly valueOf: (name: string) => string | undefined;
  readonly missing: (name: string, place: readonly PropertyKey[]) => void;
  /** A variable without which the file can not be used, with the words that it has for that. */
  readonly required: (name: string, words: string, place: readonly PropertyKey[]) => never;
}

/** Puts variables into every string of a value, as Compose does: `$A`, `${A}`, `${A:-instead}`, `${A:?words}`, `${A:+other}`, `$$`. */
export function interpolate(value: unknown, variables: Variables, place: readonly PropertyKey[] = []): unknown {
  if (typeof value === 'string') return interpolateText(value, variables, place);
  if (Array.isArray(value)) return value.map((one, index) => interpolate(one, variables, [...place, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, interpolate(one, variables, [...place, key])]),
  );
}

// The name, then one of - ? + with or without a colon, which makes an empty value as good as none, then a word.
const reference = /\$(?:\$|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?)([-?+])((?:[^{}$]|\$\{[^{}]*\}|\$[^{])*))?\})/g;

function interpolateText(text: string, variables: Variables, place: readonly PropertyKey[]): string {
  return text.replaceAll(reference, (whole, plain, braced, colon, operator, word = '') => {
    if (whole === '$$') return '$';
    const name: string = plain ?? braced;
    const value = variables.valueOf(name);
    const isThere = value !== undefined && (colon !== ':' || value !== '');
    const other = () => interpolateText(word, variables, place);
    if (operator === '+') return isThere ? other() : '';
    if (isThere) return value;
    if (operator === '-') return other();
    if (operator === '?') return variables.required(name, other(), place);
    if (value === undefined) variables.missing(name, place);
    return value ?? '';
  });
}
