import type { Finding, FoundLine } from '../model/diagnosis';
import type { LogSign } from '../model/failure-mode';
import { evidenceOf, extentOf } from './evidence';
import type { Suspect } from './rank';
import type { Tally } from './tally';

/**
 * What a log may come from that tells nothing, but for complaints that accompany several modes: of a lone
 * `fatal: no SASL authentication mechanisms` the line before it, which tells, may have been left out. So it is beside a
 * client's mistake that has none of these complaints; and beside a fault, where the line is the end of a daemon, of which that fault
 * says nothing.
 */
export function unclaimed(
  suspects: readonly Suspect[],
  told: readonly Finding[],
  tally: Tally,
  isOne: (sign: LogSign) => boolean,
): readonly Finding[] {
  const claimed = new Set(told.flatMap(({ mode }) => tally.of(mode, ...strengths).map(({ first }) => placeOf(first))));
  const alone = suspects.flatMap(({ mode, facts }) => {
    const lines = tally
      .of(mode, 'accompanies')
      .filter(({ sign, first }) => isOne(sign) && !claimed.has(placeOf(first)));
    return lines.length === 0 ? [] : [{ mode, facts, lines }];
  });
  return alone.map(({ mode, facts, lines }) => ({
    mode,
    confidence: 'possible',
    lines: lines.reduce((sum, { count }) => sum + count, 0),
    ...extentOf(lines),
    evidence: evidenceOf(lines),
    facts: facts.held,
    rivals: alone.map((other) => other.mode.id).filter((id) => id !== mode.id),
    undecided: facts.open,
  }));
}

const strengths = ['names', 'suggests', 'accompanies'] as const;

function placeOf({ file, line }: FoundLine): string {
  return `${file}:${line}`;
}
