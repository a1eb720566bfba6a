import type { JudgedPiece, PieceJudges } from '../judged-piece';
import { eachLine } from './each-line';
import { JournalExportReader } from './journal-export';
import type { LogSource } from './log-source';
import { Piece } from './piece';
import type { TextSearch } from './text-search';
import type { UnwrappedLine } from './unwrap-line';
import { type WholeLines, wholeLines } from './whole-lines';

/** What is told of a log while it is read. */
export interface LogListener {
  /** A piece begins, of whole lines. Its bytes are only there until `onEnd`. */
  readonly onPiece?: (piece: Piece) => void;
  /** A line of the piece in which one of the texts stands, the first of them there. */
  readonly onLine: (piece: Piece, line: number, text: number) => void;
  /** The lines of the piece have been judged elsewhere, by the judge with this number. */
  readonly onJudged?: (piece: Piece, judged: JudgedPiece, by: number) => void;
  /**
   * An entry of a journal, with the number of the line on which its message stands, counted from the beginning of the log, and
   * with the place in the piece at which it ends.
   */
  readonly onEntry: (entry: UnwrappedLine, line: number, place: number) => void;
  /** A piece has been read. */
  readonly onEnd: (progress: { readonly lines: number; readonly bytes: number; readonly cut: number }) => void;
}

/**
 * Reads a log in constant memory and reports the lines that have one of the texts; all lines where there is no search. So many
 * bytes of other logs were read before.
 */
export async function readLog(
  source: LogSource,
  search: TextSearch | undefined,
  listener: LogListener,
  judges?: PieceJudges,
  bytesBefore = 0,
): Promise<void> {
  if (source.format === 'journal export') return readJournal(source, listener);
  const piece = new Piece();
  const queue: Turn[] = [];
  let read = bytesBefore;
  for await (const lines of wholeLines(source.chunks)) {
    read += lines.bytes.length;
    if (queue.length === 0 && !(judges && read > judges.afterBytes && judges.areReady())) {
      piece.take(bufferOf(lines.bytes));
      report(lines);
      continue;
    }
    queue.push(turnOf(lines, judges as PieceJudges));
    if (queue.length > (judges as PieceJudges).atOnce) await takeTurn();
  }
  while (queue.length > 0) await takeTurn();

  /** Pieces are judged at the same time, and reported in their order. */
  async function takeTurn(): Promise<void> {
    const { lines, judging } = queue.shift() as Turn;
    if (!judging) {
      piece.take(bufferOf(lines.bytes));
      return report(lines);
    }
    const { bytes, judged, judge, free } = await judging;
    piece.takeKnown(bytes, judged.ends);
    report(lines, { judged, judge });
    free();
  }

  function report({ cut }: WholeLines, elsewhere?: { readonly judged: JudgedPiece; readonly judge: number }): void {
    listener.onPiece?.(piece);
    if (elsewhere) listener.onJudged?.(piece, elsewhere.judged, elsewhere.judge);
    else eachLine(piece, search, listener.onLine);
    listener.onEnd({ lines: piece.lines, bytes: piece.bytes.length, cut });
  }
}

/** A piece whose turn comes when those before it have been reported. */
interface Turn {
  readonly lines: WholeLines;
  /** Undefined where it is so short that it is judged here, when its turn comes. */
  readonly judging: ReturnType<PieceJudges['judge']> | undefined;
}

function turnOf({ bytes, cut }: WholeLines, judges: PieceJudges): Turn {
  if (bytes.length < judges.leastBytes) return { lines: { bytes: Uint8Array.from(bytes), cut }, judging: undefined };
  const judging = judges.judge(bytes);
  // Should it fail before its turn comes, that is told in its turn.
  judging.catch(() => {});
  return { lines: { bytes: none, cut }, judging };
}

const none = new Uint8Array();

async function readJournal(source: LogSource, listener: LogListener): Promise<void> {
  const journal = new JournalExportReader();
  const piece = new Piece();
  let linesBefore = 0;
  for await (const { bytes, cut } of wholeLines(source.chunks)) {
    piece.take(bufferOf(bytes));
    listener.onPiece?.(piece);
    for (let line = 0; line < piece.lines; line++) {
      const text = piece.bytes.toString('utf8', piece.startOf(line), piece.endOf(line));
      tell(journal.read(text, linesBefore + line + 1), piece.startOf(line));
    }
    linesBefore += piece.lines;
    listener.onEnd({ lines: piece.lines, bytes: bytes.length, cut });
  }
  piece.take(Buffer.alloc(0));
  listener.onPiece?.(piece);
  tell(journal.end(), 0);
  listener.onEnd({ lines: 0, bytes: 0, cut: 0 });

  function tell(entry: ReturnType<JournalExportReader['end']>, place: number): void {
    if (entry) listener.onEntry(entry.unwrapped, entry.line, place);
  }
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
