import type { Leak } from '../model/leak';

/** What a server wanted of the world outside, in a sentence for its report; undefined where it wanted nothing. */
export function leaksInWords(leaks: readonly Leak[]): string | undefined {
  const packets = leaks.reduce((sum, one) => sum + one.packets, 0);
  if (packets === 0) return undefined;
  const kinds = leaks.map(({ what, family, packets: number }) => `${number} ${what} by IPv${family}`);
  const are =
    packets === 1 ? 'packet that was neither mail nor DNS was' : 'packets that were neither mail nor DNS were';
  return `${packets} ${are} on the way out of the lab, and dropped: ${kinds.join(', ')}.`;
}
