import type { CheckResult } from '../../helpers/model/result';

/**
 * Why no check of the suite open-relay was asked; undefined where one was, or where the suite was left out on purpose. A run
 * that did not look for an open relay must not read as if there were none.
 */
export function relayUnasked(checks: readonly CheckResult[]): string | undefined {
  const ofRelay = checks.filter(({ suite }) => suite === 'open-relay');
  if (ofRelay.length === 0 || ofRelay.some(({ verdict }) => verdict !== 'not-applicable')) return undefined;
  return [...new Set(ofRelay.map(({ reason = 'not applicable' }) => reason))].slice(0, 3).join('; ');
}
