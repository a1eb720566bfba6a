/** A line of main.cf or master.cf with its continuations joined to it. */
export interface LogicalLine {
  readonly text: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
  /** Whether it begins with white space, so that it continues nothing: an error, postconf(5). */
  readonly orphan: boolean;
}

/**
 * Joins continuations as Postfix does, postconf(5): a line that begins with white space continues the one before;
 * empty lines, lines of white space and lines that begin with `#`, indented or not, are nothing, even in between.
 */
export function logicalLines(text: string): readonly LogicalLine[] {
  const joined: { text: string; line: number; orphan: boolean }[] = [];
  text.split(/\r\n|\n/).forEach((raw, index) => {
    if (/^[ \t]*(?:#|$)/.test(raw)) return;
    const continued = /^[ \t]/.test(raw);
    const last = joined.at(-1);
    if (continued && last) last.text += ` ${raw.trim()}`;
    else joined.push({ text: raw.trim(), line: index + 1, orphan: continued });
  });
  return joined;
}
