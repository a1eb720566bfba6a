import { JournalExportReader } from './journal-export';
import type { LogSource } from './log-source';
import { Piece } from './piece';
import type { TextSearch } from './text-search';
import type { UnwrappedLine } from './unwrap-line';
import { wholeLines } from './whole-lines';

/** What is told of a log while it is read. */
export interface LogListener {
  /** A piece begins, of whole lines. Its bytes are only there until `onEnd`. */
  readonly onPiece?: (piece: Piece) => void;
  /** A line of the piece in which one of the texts stands, the first of them there. */
  readonly onLine: (piece: Piece, line: number, text: number) => void;
  /**
   * An entry of a journal, with the number of the line on which its message stands, counted from the beginning of the log, and
   * with the place in the piece at which it ends.
   */
  readonly onEntry: (entry: UnwrappedLine, line: number, place: number) => void;
  /** A piece has been read. */
  readonly onEnd: (progress: { readonly lines: number; readonly bytes: number; readonly cut: number }) => void;
}

/** Reads a log in constant memory and reports the lines that have one of the texts; all lines where there is no search. */
export async function readLog(source: LogSource, search: TextSearch | undefined, listener: LogListener): Promise<void> {
  const journal = source.format === 'journal export' ? new JournalExportReader() : undefined;
  const piece = new Piece();
  let linesBefore = 0;
  for await (const { bytes: chunk, cut } of wholeLines(source.chunks)) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    piece.take(bytes);
    listener.onPiece?.(piece);
    if (!journal) eachLine(piece, search, listener.onLine);
    else {
      for (let line = 0; line < piece.lines; line++) {
        const text = bytes.toString('utf8', piece.startOf(line), piece.endOf(line));
        tell(journal.read(text, linesBefore + line + 1), piece.startOf(line));
      }
    }
    linesBefore += piece.lines;
    listener.onEnd({ lines: piece.lines, bytes: bytes.length, cut });
  }
  if (journal) {
    piece.take(Buffer.alloc(0));
    listener.onPiece?.(piece);
    tell(journal.end(), 0);
    listener.onEnd({ lines: 0, bytes: 0, cut: 0 });
  }

  function tell(entry: ReturnType<JournalExportReader['end']>, place: number): void {
    if (entry) listener.onEntry(entry.unwrapped, entry.line, place);
  }
}

/** Reports the lines in which a text stands, or all. */
function eachLine(piece: Piece, search: TextSearch | undefined, onLine: LogListener['onLine']): void {
  if (!search) {
    for (let line = 0; line < piece.lines; line++) onLine(piece, line, -1);
    return;
  }
  const { bytes } = piece;
  let line = 0;
  for (let at = search.find(bytes, 0, bytes.length); at >= 0; ) {
    while (piece.feedOf(line) < at) line++;
    onLine(piece, line, at);
    at = search.find(bytes, piece.feedOf(line) + 1, bytes.length);
  }
}
