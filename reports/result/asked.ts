import type { CheckResult, ResultFile } from '../../helpers/model/result';
import { noServer } from '../../helpers/model/result';
import { durationText } from '../text/text-layout';
import { summaryText } from './summary';

/** The sum of a run in a line: `25 held, 275 not applicable; asked 25 of 300 (4.2 s)`. */
export function sumText({ summary, checks, durationMs }: Sum): string {
  const counts = withoutServer(checks) ? [] : [summaryText(summary)];
  return `${[...counts, ...askedText(checks)].join('; ')} (${durationText(durationMs)})`;
}

type Sum = Pick<ResultFile, 'summary' | 'checks' | 'durationMs'>;

/** How many of the checks were put to the server; nothing where all were. */
function askedText(checks: readonly CheckResult[]): readonly string[] {
  const known = checks.filter(({ suite }) => suite !== 'harness');
  const asked = known.filter(({ verdict }) => verdict !== 'not-applicable').length;
  return asked === known.length ? [] : [`asked ${asked} of ${known.length}`];
}

/** Whether no check was asked, because no server came about. */
export function withoutServer(checks: readonly CheckResult[]): boolean {
  const unasked = checks.filter(({ reason }) => reason === noServer);
  return unasked.length > 0 && checks.every((check) => unasked.includes(check) || check.suite === 'harness');
}
