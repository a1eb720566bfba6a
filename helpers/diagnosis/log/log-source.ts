/** A log to read, in pieces as they come; a name for its lines' places. Chunks are not kept: they may be reused. */
export interface LogSource {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** `journal export`: entries of several lines, a field each, as `journalctl -o export` writes them. */
  readonly format: 'lines' | 'journal export';
  /** A short text, which may be what somebody has copied out of a log: pieces of lines are looked at as well. */
  readonly pasted?: boolean;
}

/** Lines that are at hand already, as a log. */
export function logOfLines(name: string, lines: readonly string[]): LogSource {
  return { name, chunks: [Buffer.from(lines.map((line) => `${line}\n`).join(''))], format: 'lines' };
}
