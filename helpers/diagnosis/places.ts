import { maskLine } from '../maillog/mask-line';
import type { FoundLine } from '../model/diagnosis';
import type { Piece } from './log/piece';
import { type UnwrappedLine, unwrapLine } from './log/unwrap-line';
import type { LinePlaces } from './tally';

/**
 * Where lines are. A place is a number that grows from line to line, over all logs; the line for a reader is made only of
 * those that are shown.
 */
export class Places implements LinePlaces {
  #file = '';
  #piece: Piece | undefined;
  /** The place at which the piece begins, and how many lines of the log came before it. */
  #base = 0;
  #linesBefore = 0;
  readonly #entries = new Map<number, { readonly entry: UnwrappedLine; readonly line: number }>();

  /** A log begins. */
  beginLog(file: string): void {
    this.#file = file;
    this.#linesBefore = 0;
  }

  /** A piece of it begins. */
  beginPiece(piece: Piece): void {
    this.#piece = piece;
  }

  /** The bytes of the piece go. */
  endPiece(): void {
    const { bytes, lines } = this.#piece ?? { bytes: { length: 0 }, lines: 0 };
    this.#base += bytes.length + 1;
    this.#linesBefore += lines;
    this.#piece = undefined;
    this.#entries.clear();
  }

  /** The place of a line that begins there in the piece. */
  of(start: number): number {
    return this.#base + start;
  }

  /** The place of an entry of a journal. */
  ofEntry(entry: UnwrappedLine, line: number, start: number): number {
    const place = this.#base + start;
    this.#entries.set(place, { entry, line });
    return place;
  }

  found(place: number): FoundLine {
    return this.keep(place)();
  }

  keep(place: number): () => FoundLine {
    const file = this.#file;
    const journal = this.#entries.get(place);
    if (journal) return () => entryOf(file, journal.line, journal.entry);
    const piece = this.#piece;
    if (!piece) throw new Error('the line is no longer there');
    const index = piece.lineAt(place - this.#base);
    const text = piece.bytes.toString('utf8', piece.startOf(index), piece.endOf(index));
    const number = this.#linesBefore + index + 1;
    // A long one is cut now: many may be kept.
    const line = text.length > longestKept ? lineOf(file, number, text) : undefined;
    return () => line ?? lineOf(file, number, text);
  }
}

const longestKept = 2000;

/** A line for a reader: without secrets, and cut where it is too long to show. */
function shown(text: string): string {
  const masked = maskLine(text);
  return masked.length > 600 ? `${masked.slice(0, 600)}…` : masked;
}

function lineOf(file: string, line: number, text: string): FoundLine {
  const unwrapped = unwrapLine(text);
  // JSON is hard to read, and what is escaped in it, or written as numbers, would escape the masking too.
  if (/[{[]/.test(text.slice(0, 1)) && unwrapped.message.length < text.length / 1.2)
    return entryOf(file, line, unwrapped);
  const { time } = unwrapped;
  return { file, line, text: shown(text.trim()), ...(time !== undefined && { time }) };
}

function entryOf(file: string, line: number, { time, program, message }: UnwrappedLine): FoundLine {
  const text = [time, program === undefined ? message : `${program}: ${message}`].filter(Boolean).join(' ');
  return { file, line, text: shown(text), ...(time !== undefined && { time }) };
}
