/** One setting of main.cf. */
export interface PostfixSetting {
  readonly name: string;
  readonly value: string;
}

/** The ports of a comma list, without doubles; undefined if one of them is no port. */
export function parsePorts(text: string): readonly number[] | undefined {
  const words = commaList(text);
  const ports = words.map(Number);
  return words.every((word) => /^\d{1,5}$/.test(word)) && ports.every((port) => port >= 1 && port <= 65_535)
    ? [...new Set(ports)]
    : undefined;
}

/** The setting in `name=value`, spaces around the equals sign dropped as in main.cf; undefined if it is none. */
export function parseSetting(text: string): PostfixSetting | undefined {
  const [, name, value] = /^\s*([\w./-]+)\s*=\s*(.*?)\s*$/s.exec(text) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** The settings in a JSON array of `name=value`; undefined if it is something else. */
export function parseSettings(text: string): readonly PostfixSetting[] | undefined {
  const texts = parseJson(text);
  if (!Array.isArray(texts)) return undefined;
  const settings = texts.map((item) => (typeof item === 'string' ? parseSetting(item) : undefined));
  return settings.includes(undefined) ? undefined : settings.filter((setting) => setting !== undefined);
}

/** A whole number of one or more; undefined if it is none. */
export function parseCount(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** The words of a comma list. */
export function commaList(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** The value of a JSON text; undefined if it is none: then the caller says what was wanted. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is as wrong as the wrong JSON.
    return undefined;
  }
}
