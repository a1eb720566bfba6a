import type { Deviation } from '../model/profile';
import type { CheckResult } from '../model/result';

/**
 * A result in the light of what a profile accepts: a failure that is meant is `accepted`, with why and what was seen; one
 * that is accepted and did not come about is to be taken out of the profile.
 */
export function withDeviations(result: CheckResult, accept: readonly Deviation[]): CheckResult {
  const deviation = accept.find(({ check }) => check === result.id);
  if (!deviation) return result;
  switch (result.verdict) {
    case 'failed':
      return { ...result, verdict: 'accepted', acceptedBecause: deviation.reason };
    case 'held':
      if (result.warning !== undefined)
        return { ...result, warning: undefined, reason: `accepted: ${deviation.reason}` };
      return { ...result, reason: 'the profile accepts that this fails, and it does not: take it out of `accept`' };
    default:
      return result;
  }
}

/** A result where a warning counts as a failure: whoever wants that has said all that is meant. */
export function strictly(result: CheckResult): CheckResult {
  const { warning, reason } = result;
  return warning === undefined
    ? result
    : { ...result, verdict: 'failed', reason: `${warning}\n${reason ?? ''}`.trim() };
}
