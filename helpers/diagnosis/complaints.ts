import { maskLine } from '../maillog/mask-line';
import type { FoundLine, Shape } from '../model/diagnosis';
import { isCode, shapeOf } from './log/shape';

/** How programs mark a line as trouble, and words that mean it where nothing marks it. */
export const complaintLiterals = [
  // Postfix, Dovecot, and saslauthd last.
  ...['warning: ', 'fatal: ', 'error: ', 'panic: ', 'reject: ', 'auth failure: '],
  ...['critical: ', ' failed', 'status=bounced', 'killed by signal', 'segfault at ', 'permission denied'],
  ...['avc:  denied', 'avc: denied', 'apparmor="denied"', 'connection refused'],
] as const;

/** Whether the program complains in this message, or tells of trouble. */
export function complains(message: string): boolean {
  return marked.test(message) || telling.test(message);
}

const marked = /(?:^|[:\s])(?:warning|fatal|error|panic|critical|reject|auth failure): /i;
const telling =
  /\bfailed\b|status=bounced|killed by signal|segfault at |permission denied|connection refused|avc: +denied|apparmor="denied"/i;

/** Counts the complaints that no mode explains, by their shape, in memory that doesn't grow with the log. */
export class Complaints {
  readonly #shapes = new Map<string, CountedShape>();
  readonly #skeletons = new Map<string, CountedShape>();
  #total = 0;
  #last: { readonly message: string; readonly counted: CountedShape | undefined } | undefined;

  /** Notes a complaint that nothing explains. */
  add(message: string, found: () => FoundLine): void {
    this.#total++;
    if (this.#last?.message !== message) this.#last = { message, counted: this.#countedAs(message, found) };
    if (this.#last.counted) this.#last.counted.count++;
  }

  /** How many there were, and the most frequent ones. */
  sum(): { readonly lines: number; readonly shapes: readonly Shape[] } {
    const shapes = [...this.#shapes.values()].map(({ shown: shape, count, first }) => ({ shape, count, first }));
    return { lines: this.#total, shapes: shapes.sort((a, b) => b.count - a.count).slice(0, mostShown) };
  }

  #countedAs(message: string, found: () => FoundLine): CountedShape | undefined {
    const skeleton = skeletonOf(message);
    const before = this.#skeletons.get(skeleton);
    if (before) return before;
    const shape = shapeOf(message);
    const known = this.#shapes.get(shape);
    if (known && this.#skeletons.size < mostSkeletons) this.#skeletons.set(skeleton, known);
    if (known || this.#shapes.size >= mostShapes) return known;
    // Masked only now: that takes longer than to count.
    const made = { shown: shapeOf(maskLine(message)), count: 0, first: found() };
    this.#shapes.set(shape, made);
    this.#skeletons.set(skeleton, made);
    return made;
  }
}

/** Most of what makes lines of one kind different are numbers, and words with numbers: to leave these out is soon done. */
function skeletonOf(message: string): string {
  return message.slice(0, longestCompared).replace(/[\w.:-]*\d[\w.:-]*/g, (word) => (isCode(word) ? word : '…'));
}

interface CountedShape {
  readonly shown: string;
  count: number;
  readonly first: FoundLine;
}

const mostShapes = 2000;
const mostSkeletons = 10_000;
const longestCompared = 300;
const mostShown = 5;
