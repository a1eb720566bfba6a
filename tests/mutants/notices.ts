import type { Check } from '../../helpers/checks/check';
import { findingsOfReason } from '../../helpers/checks/shared/findings';
import type { CheckResult } from '../../helpers/model/result';
import type { Notice } from './mutant';

/** The checks that a notice is about. */
export function checksOf<C extends Pick<Check, 'id'>>({ checks: pattern }: Notice, checks: readonly C[]): readonly C[] {
  return checks.filter(({ id }) => pattern.test(id));
}

/** What is wrong with a result, if the notice is to be right; undefined where it is as it says. */
export function objection(
  { expected, saw }: Notice,
  result: Pick<CheckResult, 'id' | 'level' | 'verdict' | 'reason' | 'warning'>,
): string | undefined {
  const { id, verdict, reason = '' } = result;
  if (!isNoticed(result)) return `${id} ${verdict}${reason && `: ${reason}`}`;
  const found = findingsOfReason(reason).some(
    (finding) => occurs(expected, finding.expected) && begins(saw, finding.saw),
  );
  return found ? undefined : `${id} notices, but not because it expected ${expected} and saw ${saw}:\n${reason}`;
}

/** That it is not as it should be: a must fails, a should warns, a may tells. */
function isNoticed({ level, verdict, reason, warning }: Parameters<typeof objection>[1]): boolean {
  if (level === 'must') return verdict === 'failed';
  return verdict === 'held' && (level === 'should' ? warning !== undefined : reason !== undefined);
}

function occurs(part: string | RegExp, text: string): boolean {
  return typeof part === 'string' ? text.includes(part) : part.test(text);
}

function begins(part: string | RegExp, text: string): boolean {
  return typeof part === 'string' ? text.startsWith(part) : part.test(text);
}
