import type { Answer } from '../../model/answer';
import type { Vantage } from '../../model/vantage';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { hasCode, inWords } from '../../smtp/answers';
import type { WireSession } from '../../smtp/wire-session';
import { expectRefusal, expectThat } from '../shared/findings';
import { openRoutes } from '../shared/obstacles';
import { attempt } from '../shared/relay-attempt';

/** An attempt to hand in mail without a login, on one port. */
export interface PortAttempt {
  readonly port: number;
  readonly from: string;
  readonly to: string;
  /** The answer that ended it: of the greeting, where no more came. */
  readonly last: Answer;
  readonly rcpt: Answer | undefined;
  readonly data: Answer | undefined;
}

/** What is tried: an envelope a port, so that a message at the sink tells by which port it came. */
export interface Trial {
  readonly vantage?: Vantage;
  /** Instead of all ports that the target is asked on. */
  readonly ports?: readonly number[];
  readonly from?: (port: number) => string;
  readonly to?: (port: number) => string;
}

/** Tries to hand in mail on every port that takes mail, whatever its number: each of them could relay. */
export function attemptOnPorts(probe: Probe, trial: Trial): Promise<readonly PortAttempt[]> {
  const routes = openRoutes(probe.facts).filter(({ port }) => trial.ports?.includes(port) ?? true);
  return Promise.all(routes.map((route) => attemptOn(probe, route, trial)));
}

/** A refusal on each of the ports. Whoever is not even let in relays nothing either. */
export function expectRefusals(attempts: readonly PortAttempt[]): readonly Finding[] {
  return attempts.map(({ port, from, to, last }) => {
    const what = `${port}: MAIL <${from}>, RCPT <${to}>`;
    const isShutOut = last.kind === 'closed' && last.how !== 'tls-failure';
    return isShutOut ? expectThat(true, `${what}: a refusal`, inWords(last)) : expectRefusal(what, last);
  });
}

async function attemptOn(
  probe: Probe,
  route: ReturnType<typeof openRoutes>[number],
  { vantage = 'outside', from = () => probe.sender, to = foreignRecipientOf(probe) }: Trial,
): Promise<PortAttempt> {
  const { port } = route;
  const envelope = { port, from: from(port), to: to(port) };
  // A client that plays somebody else may be turned away at the door, which is an answer; the usual one is to be served.
  const session = await (vantage === 'outside' ? probe.open(route) : probe.tryToOpen({ ...route, vantage }));
  if (!session.extensions) return { ...envelope, last: session.opened, rcpt: undefined, data: undefined };
  const first = await attempt(probe, session, envelope.to, envelope.from);
  if (!(await reachesTlsInstead(session, first.last))) return { ...envelope, ...first };
  return { ...envelope, ...(await attempt(probe, session, envelope.to, envelope.from)) };
}

function foreignRecipientOf({ token, facts }: Probe): (port: number) => string {
  return (port) => `to-${port}-${token}@${facts.foreignDomain}`;
}

/** A server that wants TLS first (RFC 3207 section 4) has not answered the question yet. */
async function reachesTlsInstead(session: WireSession, answer: Answer): Promise<boolean> {
  const wantsTls = hasCode(answer, 530) && session.extensions?.keywords.STARTTLS !== undefined;
  return wantsTls && hasCode(await session.startTls(), 220) && hasCode(await session.ehlo(), 250);
}
