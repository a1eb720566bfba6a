import { isThrottled } from '../maillog/no-mechanisms';
import type { Target } from '../targets/target';
import { unhurried } from '../unhurried';

/**
 * How long an answer is waited for. A service that master holds back keeps clients in silence for up to a minute; its
 * log says so, and then a second is enough to know.
 */
export function patienceMs(target: Target): number {
  return isHeldBack(target) ? 1_000 : unhurried(10_000);
}

/** Whether its log says that master holds a service back: then silence is the server's, and no slowness. */
export function isHeldBack(target: Target): boolean {
  const before = read.get(target) ?? { throttled: false, position: 0 };
  const throttled = before.throttled || isThrottled(target.log.linesSince(before.position));
  read.set(target, { throttled, position: target.log.position });
  return throttled;
}

/** How far each log was read. Every session asks, and a log has many thousands of lines: none is read twice. */
const read = new WeakMap<Target, { readonly throttled: boolean; readonly position: number }>();
