import { isHandedOn, isSettled, waitsToBePassedOn } from '../maillog/accepted-message';
import type { Answer } from '../model/answer';
import type { RelayedMessage } from '../model/relayed-message';
import { isOfClass, queuedAs } from '../smtp/answers';
import type { Target } from '../targets/target';
import { unhurried } from '../unhurried';

/**
 * The message that the server answered so, once it is at the sink. Undefined where the server did not take it, or kept it: one
 * that its log says is deferred or bounced is not waited for any longer; one that a filter of its own took may still come.
 */
export async function arrival(
  target: Target,
  isTheMessage: (message: RelayedMessage) => boolean,
  {
    answer,
    since = 0,
    timeoutMs = unhurried(10_000),
  }: { readonly answer: Answer; readonly since?: number; readonly timeoutMs?: number },
): Promise<RelayedMessage | undefined> {
  const found = () => target.sink.find(isTheMessage);
  if (!isOfClass(answer, 2) || found()) return found();
  // That it does not arrive is an answer here, not an error.
  const atSink = target.sink.waitForMessage(isTheMessage, { timeoutMs, what: 'the message' }).catch(() => undefined);
  const queueId = queueIdOf(target, answer);
  if (!queueId) return atSink;
  const settled = target.log.when((lines) => isSettled(lines, queueId), { since, timeoutMs });
  const inTheEnd = settled.then((lines) => (lines && isHandedOn(lines, queueId) ? atSink : found()));
  return Promise.race([atSink, inTheEnd]);
}

/** Why the message that the server answered so waits in its queue to be passed on, where its log says that it does. */
export function waits(
  target: Target,
  { answer, since }: { readonly answer: Answer; readonly since: number },
): string | undefined {
  const queueId = queueIdOf(target, answer);
  return queueId && waitsToBePassedOn(target.log.linesSince(since), queueId);
}

function queueIdOf({ facts }: Target, answer: Answer): string | undefined {
  return facts.log === 'postfix' ? queuedAs(answer) : undefined;
}
