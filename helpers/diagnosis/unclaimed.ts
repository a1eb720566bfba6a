import type { Finding } from '../model/diagnosis';
import { complains } from './complaints';
import { byPlace, evidenceOf } from './evidence';
import type { Suspect } from './rank';
import type { Tally } from './tally';

/**
 * What a log may come from that tells nothing, but for complaints that accompany several modes: of a lone
 * `fatal: no SASL authentication mechanisms` the line before it, which tells, may have been left out.
 */
export function unclaimed(suspects: readonly Suspect[], tally: Tally): readonly Finding[] {
  const alone = suspects.flatMap(({ mode, facts }) => {
    const lines = tally.of(mode, 'accompanies').filter(({ sign }) => complains(sign.specimen));
    return lines.length === 0 ? [] : [{ mode, facts, lines }];
  });
  return alone.map(({ mode, facts, lines }) => ({
    mode,
    confidence: 'possible',
    lines: lines.reduce((sum, { count }) => sum + count, 0),
    first: lines.map(({ first }) => first).sort(byPlace)[0],
    last: lines
      .map(({ last }) => last)
      .sort(byPlace)
      .at(-1),
    evidence: evidenceOf(lines),
    facts: facts.held,
    rivals: alone.map((other) => other.mode.id).filter((id) => id !== mode.id),
    undecided: facts.open,
  }));
}
