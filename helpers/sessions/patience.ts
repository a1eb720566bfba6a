import { isThrottled } from '../maillog/no-mechanisms';
import type { Target } from '../targets/target';

/**
 * How long an answer is waited for. A service that master holds back keeps clients in silence for up to a minute; its
 * log says so, and then a second is enough to know.
 */
export function patienceMs(target: Target): number {
  return isThrottled(target.log.linesSince(0)) ? 1_000 : 10_000;
}
