import type { CheckResult } from '../../helpers/model/result';

/** The checks of each suite, suites and checks in the order of the result file. */
export function bySuite(checks: readonly CheckResult[]): ReadonlyMap<string, readonly CheckResult[]> {
  const suites = new Map<string, CheckResult[]>();
  for (const check of checks) {
    const suite = suites.get(check.suite);
    if (suite) suite.push(check);
    else suites.set(check.suite, [check]);
  }
  return suites;
}
