import type { CheckResult, ResultFile } from '../../helpers/model/result';
import { isWrong } from '../../helpers/model/verdict';

/** The checks that failed and that no cause explains. */
export function unexplained(result: ResultFile): readonly CheckResult[] {
  return withoutCause(result).filter(({ verdict }) => verdict === 'failed');
}

/** The same, together with those that could not tell. */
export function withoutCause({ checks, failureModes }: ResultFile): readonly CheckResult[] {
  const explained = new Set(failureModes.flatMap(({ explains }) => explains));
  return checks.filter((check) => isWrong(check) && !explained.has(check.id));
}
