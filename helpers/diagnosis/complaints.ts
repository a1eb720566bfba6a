import { maskLine } from '../maillog/mask-line';
import type { FoundLine, Shape } from '../model/diagnosis';
import type { Piece } from './log/piece';
import { isWordByte } from './log/plain-message';
import { shapeOf } from './log/shape';
import { Skeletons } from './skeletons';
import type { LinePlaces } from './tally';

/** How programs mark a line as trouble: a word of these at its beginning, or behind a space or a colon. */
const marks = [...['warning: ', 'fatal: ', 'error: ', 'panic: ', 'reject: ', 'auth failure: ', 'critical: ']] as const;

/** Words that mean trouble where nothing marks it. */
const words = [
  ...['status=bounced', 'killed by signal', 'segfault at ', 'permission denied', 'connection refused'],
  ...['avc:  denied', 'avc: denied', 'apparmor="denied"'],
] as const;

const failed = ' failed';

/** Every complaint that is looked for has one of these. */
export const complaintLiterals: readonly string[] = [...marks, ...words, failed];

/** Whether the program complains in this message, or tells of trouble. */
export function complains(message: string): boolean {
  return !isFarewell(message) && (marked.test(message) || telling.test(message));
}

/** Whether they are the last words of a daemon that ends. */
export function isFatal(line: string): boolean {
  return /(?:^|: )(?:fatal|panic): /i.test(line);
}

const marked = /(?:^|[:\s])(?:warning|fatal|error|panic|critical|reject|auth failure): /i;
const telling =
  /\bfailed\b|status=bounced|killed by signal|segfault at |permission denied|connection refused|avc: +denied|apparmor="denied"/i;

/**
 * Whether a literal makes a complaint of the message in which it stands at this place, a message of printable characters.
 * Where none of its literals does, `complainsOtherwise` knows.
 */
export function isComplaintAt(literal: string, bytes: Uint8Array, at: number, start: number, end: number): boolean {
  if (literal === failed) return at + literal.length === end || !isWordByte(bytes[at + literal.length] as number);
  if (!marksSet.has(literal)) return true;
  const before = bytes[at - 1] as number;
  return at === start || before === 0x20 || before === 0x3a;
}

const marksSet: ReadonlySet<string> = new Set(marks);

/** Whether a message complains that has no literal by which it would be known. */
export function complainsOtherwise(message: string): boolean {
  return /\bfailed\b|avc: +denied/i.test(message);
}

/** What a client is called is no complaint. */
export function isFarewell(message: string): boolean {
  return message.startsWith('disconnect from ');
}

/** Knows the shapes of complaints. */
export interface ComplaintShapes {
  /** The shape by which a complaint is counted. */
  readonly shapeOf: (message: string) => CountedShape;
  /** The same for the bytes of a message, printable characters all of them. */
  readonly shapeOfBytes: (piece: Piece, start: number, end: number) => CountedShape;
}

/** Counts the complaints that no mode explains, by their shape, in memory that doesn't grow with the log. */
export class Complaints implements ComplaintShapes {
  readonly #shapes = new Map<string, CountedShape>();
  readonly #skeletons = new Skeletons<CountedShape>(mostSkeletons);
  #total = 0;

  /** Whether one of them is the last words of a daemon: whatever else is found may be no more than beside it. */
  get tellOfAnEnd(): boolean {
    return [...this.#shapes.values()].some(({ shown, count }) => count > 0 && isFatal(shown));
  }

  shapeOf(message: string): CountedShape {
    const bytes = new TextEncoder().encode(message.slice(0, longestCompared));
    return this.#skeletons.find(bytes, new DataView(bytes.buffer), 0, bytes.length) ?? this.#learn(message);
  }

  shapeOfBytes({ bytes, view }: Piece, start: number, end: number): CountedShape {
    const known = this.#skeletons.find(bytes, view, start, Math.min(end, start + longestCompared));
    return known ?? this.#learn(bytes.toString('latin1', start, end));
  }

  /** Notes a complaint that nothing explains. */
  add(shape: CountedShape, place: number, places: LinePlaces): void {
    this.#total++;
    if (shape === uncounted) return;
    shape.count++;
    shape.first ??= places.found(place);
  }

  /** How many there were, and the most frequent ones. */
  sum(): { readonly lines: number; readonly shapes: readonly Shape[] } {
    const shapes = [...this.#shapes.values()].flatMap(({ shown: shape, count, first }) => {
      return first ? [{ shape, count, first }] : [];
    });
    return { lines: this.#total, shapes: shapes.sort((a, b) => b.count - a.count).slice(0, mostShown) };
  }

  /** The skeleton was the last one that was looked for. */
  #learn(message: string): CountedShape {
    const shape = shapeOf(message);
    const known = this.#shapes.get(shape);
    if (known) this.#skeletons.keep(known);
    if (known || this.#shapes.size >= mostShapes) return known ?? uncounted;
    // Masked only now: that takes longer than to count.
    const made = { shown: shapeOf(maskLine(message)), count: 0, first: undefined };
    this.#shapes.set(shape, made);
    this.#skeletons.keep(made);
    return made;
  }
}

/** Complaints of one shape. */
export interface CountedShape {
  readonly shown: string;
  count: number;
  first: FoundLine | undefined;
}

/** Stands for all shapes that are too many. */
const uncounted: CountedShape = { shown: '', count: 0, first: undefined };

const mostShapes = 2000;
const mostSkeletons = 10_000;
const longestCompared = 300;
const mostShown = 5;
