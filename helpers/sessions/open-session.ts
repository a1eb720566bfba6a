import type { SessionOptions } from '../smtp/session-options';
import { WireSession } from '../smtp/wire-session';
import type { Target } from '../targets/target';
import { patienceMs } from './patience';
import { type Route, routeInWords } from './route';

/** What a client may choose for itself; the rest follows from the target and the route. */
export type ClientChoices = Partial<
  Pick<SessionOptions, 'title' | 'clientName' | 'timeoutMs' | 'showSecrets' | 'ehlo' | 'tls' | 'trust'>
>;

/** Opens a session to a target: EHLO has been said, as far as the server let it come. The caller's to dispose of. */
export function openSession(target: Target, route: Route, choices: ClientChoices = {}): Promise<WireSession> {
  return WireSession.open(sessionOptions(target, route, choices));
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
