import type { FoundLine } from '../model/diagnosis';
import type { SignTally } from './tally';

/** In the order of the log; of two logs, as they come. */
function byPlace(a: FoundLine, b: FoundLine): number {
  return a.file === b.file ? a.line - b.line : 0;
}

/** The first and the last line of all of them. */
export function extentOf(tallies: readonly SignTally[]): {
  readonly first: FoundLine | undefined;
  readonly last: FoundLine | undefined;
} {
  return {
    first: tallies.toSorted((a, b) => a.from - b.from)[0]?.first,
    last: tallies.toSorted((a, b) => b.to - a.to)[0]?.last,
  };
}

/** The first line of every sign, then more of them; in the order of the log. */
export function evidenceOf(tallies: readonly SignTally[]): readonly FoundLine[] {
  const inOrder = tallies.toSorted((a, b) => a.from - b.from);
  const lines = [0, 1, 2].flatMap((turn) => inOrder.flatMap(({ sample }) => sample[turn] ?? []));
  const different = lines.filter(
    (line, index) => lines.findIndex((other) => other.file === line.file && other.line === line.line) === index,
  );
  return different.slice(0, mostEvidence).sort(byPlace);
}

const mostEvidence = 3;
