/**
 * A value as JSON over several lines, the same to every parser, in which nothing steers a terminal that shows it: JSON leaves
 * C1 control characters and marks of direction as they are.
 */
export function jsonText(value: unknown, indent = 2): string {
  return `${inert(JSON.stringify(value, undefined, indent))}\n`;
}

/** The same on one line, without its end. */
export function jsonLine(value: unknown): string {
  return inert(JSON.stringify(value));
}

function inert(json: string): string {
  return json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
