import type { CheckResult, ResultFile } from '../../helpers/model/result';

/** The checks that failed and that no cause explains. */
export function unexplained({ checks, failureModes }: ResultFile): readonly CheckResult[] {
  const explained = new Set(failureModes.flatMap(({ explains }) => explains));
  return checks.filter(({ id, verdict }) => verdict === 'failed' && !explained.has(id));
}
