/** How two samples differ. */
export interface RankSum {
  readonly medians: readonly [number, number];
  /** How probable it is that chance alone makes them differ so much, or more. */
  readonly chance: number;
}

/**
 * The rank sum test of Wilcoxon, Mann and Whitney: whether one of two samples tends to be larger, whatever their distribution.
 * With the normal approximation, which serves from some eight values each on.
 */
export function rankSum(first: readonly number[], second: readonly number[]): RankSum {
  const [n, m] = [first.length, second.length];
  // For each pair, who is larger; of equals one half each.
  const wins = first.reduce((sum, one) => sum + second.reduce((all, other) => all + score(one, other), 0), 0);
  const deviation = Math.sqrt((n * m * (n + m + 1)) / 12);
  const z = (Math.abs(wins - (n * m) / 2) - 0.5) / deviation;
  return { medians: [median(first), median(second)], chance: Math.min(1, 2 * upperTail(Math.max(0, z))) };
}

function score(one: number, other: number): number {
  if (one === other) return 0.5;
  return one > other ? 1 : 0;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

/** Of the normal distribution; Abramowitz and Stegun 26.2.17, to seven digits. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const polynomial = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduceRight(
    (sum, factor) => (sum + factor) * t,
    0,
  );
  return (Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
