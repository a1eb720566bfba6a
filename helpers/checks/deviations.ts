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
      return { ...result, reason: 'the profile accepts that this fails, and it does not: take it out of `accept`' };
    default:
      return result;
  }
}
