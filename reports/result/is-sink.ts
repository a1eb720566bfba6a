import type { CheckResult } from '../../helpers/model/result';
import { keepsWhatItTakes } from '../../helpers/model/sink-reason';

/** Whether the server took what it should refuse, and passed on none of it: a sink, and neither an open relay nor a closed one. */
export function isSink(checks: readonly CheckResult[]): boolean {
  const taken = checks.filter(({ reason }) => reason?.includes(keepsWhatItTakes));
  return taken.some(({ verdict }) => verdict === 'could-not-tell');
}
