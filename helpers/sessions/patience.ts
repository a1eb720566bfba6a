import { isMasterStart, isThrottled } from '../maillog/no-mechanisms';
import type { Target } from '../targets/target';
import { unhurried } from '../unhurried';

/**
 * How long an answer is waited for. A service that master holds back keeps clients in silence for up to a minute; its
 * log says so, and then a second is enough to know.
 */
export function patienceMs(target: Target): number {
  return isHeldBack(target) ? 1_000 : unhurried(10_000);
}

/**
 * Whether its log says that master holds a service back, and has not been started again since: then silence is the server's, and
 * no slowness.
 */
export function isHeldBack(target: Target): boolean {
  const before = read.get(target) ?? { heldBack: false, position: 0 };
  const lines = target.log.linesSince(before.position);
  const start = lines.findLastIndex(isMasterStart);
  const heldBack = isThrottled(lines.slice(start + 1)) || (start < 0 && before.heldBack);
  read.set(target, { heldBack, position: target.log.position });
  return heldBack;
}

/** How far each log was read. Every session asks, and a log has many thousands of lines: none is read twice. */
const read = new WeakMap<Target, { readonly heldBack: boolean; readonly position: number }>();
