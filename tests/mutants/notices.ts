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
  { id, verdict, reason = '' }: Pick<CheckResult, 'id' | 'verdict' | 'reason'>,
): string | undefined {
  if (verdict !== 'failed') return `${id} ${verdict}${reason && `: ${reason}`}`;
  const found = findingsOfReason(reason).some(
    (finding) => occurs(expected, finding.expected) && begins(saw, finding.saw),
  );
  return found ? undefined : `${id} failed, but not because it expected ${expected} and saw ${saw}:\n${reason}`;
}

function occurs(part: string | RegExp, text: string): boolean {
  return typeof part === 'string' ? text.includes(part) : part.test(text);
}

function begins(part: string | RegExp, text: string): boolean {
  return typeof part === 'string' ? text.startsWith(part) : part.test(text);
}
