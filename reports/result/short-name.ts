import type { CheckResult } from '../../helpers/model/result';

/** The name of a check below the heading of its suite. */
export function shortName({ id, suite }: Pick<CheckResult, 'id' | 'suite'>): string {
  return id.startsWith(`${suite}/`) ? id.slice(suite.length + 1) : id;
}
