import { setTimeout } from 'node:timers/promises';
import type { Answer } from '../model/answer';
import { hasCode, inWords } from '../smtp/answers';
import type { SessionOptions } from '../smtp/session-options';
import { WireSession } from '../smtp/wire-session';
import type { Target } from '../targets/target';
import { patienceMs } from './patience';
import { type Route, routeInWords } from './route';

/** What a client may choose for itself; the rest follows from the target and the route. */
export type ClientChoices = Partial<
  Pick<SessionOptions, 'title' | 'clientName' | 'timeoutMs' | 'showSecrets' | 'ehlo' | 'tls' | 'trust'>
>;

/**
 * Opens a session to a target: EHLO has been said, as far as the server let it come. The caller's to dispose of. A server that has
 * too many connections at the time, which may well be ours, is asked again when some are over.
 */
export async function openSession(target: Target, route: Route, choices: ClientChoices = {}): Promise<WireSession> {
  const open = () => WireSession.open(sessionOptions(target, route, choices));
  for (const pauseMs of untilSomeAreOverMs) {
    const session = await open();
    if (!isFull(session.greeting)) return session;
    await session[Symbol.asyncDispose]();
    await setTimeout(pauseMs);
  }
  return open();
}

// Nothing tells when a server has room again but the next greeting.
const untilSomeAreOverMs = [250, 500, 1_000, 2_000];

/** Exim: `421 Too many concurrent SMTP connections`; Postfix: `421 4.7.0 … Error: too many connections from …`. */
function isFull(greeting: Answer): boolean {
  return hasCode(greeting, 421) && /too many (?:\w+ )*connections/i.test(inWords(greeting));
}

/** The same as options, for a client that opens its session by itself. */
export function sessionOptions(target: Target, route: Route, choices: ClientChoices = {}): SessionOptions {
  const { vantage = 'outside', port, security } = route;
  return {
    ...target.clientAddress(vantage, port),
    security,
    title: routeInWords(route),
    clientName: `client.${target.facts.senderDomain}`,
    timeoutMs: patienceMs(target),
    heloInstead: true,
    trust: target.authority ? { root: target.authority.root, name: target.facts.hostname } : 'anybody',
    ...choices,
  };
}
