import { countLines } from './count-lines';
import { JournalExportReader } from './journal-export';
import type { LogSource } from './log-source';
import type { TextSearch } from './text-search';
import type { UnwrappedLine } from './unwrap-line';
import { wholeLines } from './whole-lines';

/** What is told of a log while it is read. */
export interface LogListener {
  /** A line in which one of the texts stands. The bytes are only there until `onChunk`. */
  readonly onLine: (bytes: Buffer, start: number, end: number, line: number) => void;
  /** An entry of a journal, with the number of the line on which its message stands. */
  readonly onEntry: (entry: UnwrappedLine, line: number) => void;
  /** A piece begins, of whole lines. */
  readonly onBytes?: (bytes: Buffer) => void;
  /** A piece has been read. */
  readonly onChunk: (progress: { readonly lines: number; readonly bytes: number; readonly cut: number }) => void;
}

/** Reads a log in constant memory and reports the lines that have one of the texts; all lines where there is no search. */
export async function readLog(source: LogSource, search: TextSearch | undefined, listener: LogListener): Promise<void> {
  const journal = source.format === 'journal export' ? new JournalExportReader() : undefined;
  let nextLine = 1;
  for await (const { bytes: chunk, cut } of wholeLines(source.chunks)) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const firstLine = nextLine;
    listener.onBytes?.(bytes);
    nextLine = eachLine(bytes, journal ? undefined : search, firstLine, (start, end, line) => {
      if (!journal) listener.onLine(bytes, start, end, line);
      else tell(journal.read(bytes.toString('utf8', start, end), line));
    });
    listener.onChunk({ lines: nextLine - firstLine, bytes: bytes.length, cut });
  }
  if (journal) {
    tell(journal.end());
    listener.onChunk({ lines: 0, bytes: 0, cut: 0 });
  }

  function tell(entry: ReturnType<JournalExportReader['end']>): void {
    if (entry) listener.onEntry(entry.unwrapped, entry.line);
  }
}

/** Reports the lines in which a text stands, or all; returns the number of the next line. */
function eachLine(
  bytes: Buffer,
  search: TextSearch | undefined,
  firstLine: number,
  onLine: (start: number, end: number, line: number) => void,
): number {
  let line = firstLine;
  let counted = 0;
  for (;;) {
    const at = search ? search.find(bytes, counted) : counted;
    if (at < 0 || at >= bytes.length) break;
    const start = lineStart(bytes, at, counted);
    line += start > counted ? countLines(bytes, counted, start) : 0;
    const end = bytes.indexOf(10, at);
    onLine(start, bytes[end - 1] === carriageReturn && end > start ? end - 1 : end, line);
    line++;
    counted = end + 1;
  }
  return line + countLines(bytes, counted, bytes.length);
}

const carriageReturn = 13;

function lineStart(bytes: Uint8Array, at: number, from: number): number {
  let start = at;
  while (start > from && bytes[start - 1] !== 10) start--;
  return start;
}
