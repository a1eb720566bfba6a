import type { CheckResult, RowResult } from '../../helpers/model/result';

/** What the checks come to, row by row of the how-to, rows in the order of their numbers; those of no row are left out. */
export function howtoRows(checks: readonly CheckResult[]): readonly RowResult[] {
  const rows = new Map(checks.flatMap(({ rows }) => rows.map((row) => [row.number, row] as const)));
  return [...rows.values()]
    .sort((a, b) => a.number - b.number)
    .map(({ number, title }) => {
      const ofRow = checks.filter(({ rows }) => rows.some((row) => row.number === number));
      return { number, title, verdict: worst(ofRow), checks: ofRow.map(({ id }) => id) };
    });
}

/** The checks of a row, in the order of the result file. */
export function checksOfRow(row: RowResult, checks: readonly CheckResult[]): readonly CheckResult[] {
  return checks.filter(({ id }) => row.checks.includes(id));
}

/** What is known to be broken outweighs what is not known, that what is accepted, and all of them what holds. */
const fromWorst = ['failed', 'could-not-tell', 'accepted', 'held'] as const;

function worst(checks: readonly CheckResult[]): CheckResult['verdict'] {
  return fromWorst.find((verdict) => checks.some((check) => check.verdict === verdict)) ?? 'not-applicable';
}
