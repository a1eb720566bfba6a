import type { Answer } from '../../model/answer';
import type { Vantage } from '../../model/vantage';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import type { WireSession } from '../../smtp/wire-session';
import { control, expectThat, unseen } from '../shared/findings';
import { openRoutes } from '../shared/obstacles';
import {
  attempt,
  canBeShown,
  expectNothingRelayed,
  expectRelayRefusal,
  type RelayAttempt,
} from '../shared/relay-attempt';

/** An attempt to hand in mail without a login, on one port. */
export interface PortAttempt extends RelayAttempt {
  readonly port: number;
  readonly from: string;
  readonly to: string;
  /** Where the client was not let in: the session of the usual one at the same time. */
  readonly usualClient?: WireSession;
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

/** A refusal on each of the ports. Whoever is not even let in relays nothing either, if others are let in. */
export function expectRefusals(attempts: readonly PortAttempt[]): readonly Finding[] {
  return attempts.flatMap((tried) => {
    const { port, from, to, last, usualClient } = tried;
    const what = `${port}: MAIL <${from}>, RCPT <${to}>`;
    if (usualClient === undefined) return [expectRelayRefusal(what, tried)];
    const { extensions, opened } = usualClient;
    return [
      unseen(expectThat(extensions !== undefined, `${port}: it serves a client at another address`, inWords(opened))),
      // A connection that is dropped is a refusal then, and so is any that the greeting says; silence may be the network's.
      last.kind === 'closed' || isOfClass(last, 4) || isOfClass(last, 5)
        ? expectThat(true, `${what}: a refusal`, inWords(last))
        : expectRelayRefusal(what, tried),
    ];
  });
}

/** That none of the attempts relays: by what reaches the sink, and where that is not seen, by the replies. */
export async function expectNoneRelayed(
  probe: Probe,
  attempts: readonly PortAttempt[],
  mayBeLocal: boolean,
): Promise<readonly Finding[]> {
  const { facts } = probe;
  for (const { port, last } of attempts) probe.note(`the server's answer on ${port}: ${inWords(last)}`);
  if (facts.furthest === 'arrival') {
    const nothing = await expectNothingRelayed(probe, ...attempts.map(({ data }) => data));
    // Where no other message shows that the server works, it has to say something to these.
    const refused = attempts.filter(({ data }) => data === undefined || !isOfClass(data, 2));
    return canBeShown(facts) ? nothing : [...expectRefusals(refused).map(unseen), ...nothing];
  }
  // The name of a local user, of whatever form, is taken by right.
  const unsure = '; whether that is a user of its own, no reply tells';
  return expectRefusals(attempts).map((refusal) =>
    refusal.ok || !mayBeLocal ? refusal : control({ ...refusal, saw: `${refusal.saw}${unsure}` }),
  );
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
  if (!session.extensions) {
    const usualClient = await probe.tryToOpen(route);
    return { ...envelope, last: session.opened, rcpt: undefined, data: undefined, usualClient };
  }
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
