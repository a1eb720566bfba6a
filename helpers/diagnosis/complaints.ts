import type { FoundLine, Shape } from '../model/diagnosis';
import { shapeOf } from './log/shape';

/** How programs mark a line as trouble: Postfix, Dovecot, and saslauthd last. */
export const complaintLiterals = ['warning: ', 'fatal: ', 'error: ', 'panic: ', 'reject: ', 'auth failure: '] as const;

/** Whether the program complains in this message. */
export function complains(message: string): boolean {
  return /(?:^|[:\s])(?:warning|fatal|error|panic|reject|auth failure): /i.test(message);
}

/** Counts the complaints that no mode explains, by their shape, in memory that doesn't grow with the log. */
export class Complaints {
  private readonly shapes = new Map<string, { count: number; readonly first: FoundLine }>();
  private total = 0;

  /** Notes a line that nothing explains; returns whether it complains at all. */
  add(message: string, found: () => FoundLine): boolean {
    if (!complains(message)) return false;
    this.total++;
    const shape = shapeOf(message);
    const known = this.shapes.get(shape);
    if (known) known.count++;
    else if (this.shapes.size < mostShapes) this.shapes.set(shape, { count: 1, first: found() });
    return true;
  }

  /** How many there were, and the most frequent ones. */
  sum(): { readonly lines: number; readonly shapes: readonly Shape[] } {
    const shapes = [...this.shapes].map(([shape, { count, first }]) => ({ shape, count, first }));
    return { lines: this.total, shapes: shapes.sort((a, b) => b.count - a.count).slice(0, shown) };
  }
}

const mostShapes = 2000;
const shown = 5;
