import type { Answer } from '../../model/answer';
import type { RelayedMessage } from '../../model/relayed-message';
import type { Finding } from '../../model/verdict';
import { firstSpoken, logIn } from '../../sessions/log-in';
import type { Probe } from '../../sessions/probe';
import { loginRoute, serviceRoute } from '../../sessions/route';
import { isOfClass } from '../../smtp/answers';
import { composeMessage } from '../../smtp/messages';
import type { WireSession } from '../../smtp/wire-session';
import { unhurried } from '../../unhurried';
import { control, expectReply, expectThat } from '../shared/findings';
import { smarthostOf } from './needs-smarthost';

/** Somebody with the right to relay hands a message over: what the server said to it, and the control that it took it. */
export async function handOver(probe: Probe, ...to: readonly string[]): Promise<{ answer: Answer; taken: Finding }> {
  const { sender: from, token } = probe;
  const session = await entitledSession(probe);
  const { mail, rcpt, data } = await session.sendMail({ from, to, message: composeMessage({ from, to, token }) });
  const answer = data ?? rcpt.find((one) => !isOfClass(one, 2)) ?? mail;
  return { answer, taken: control(expectReply('the message', answer, { class: 2 })) };
}

// A user who logs in, or where none is known, a client that is trusted.
async function entitledSession(probe: Probe): Promise<WireSession> {
  const { facts } = probe;
  if (facts.logins.length === 0) return probe.open({ vantage: 'inside', ...serviceRoute(facts) });
  const route = loginRoute(facts);
  const session = await probe.open(route);
  const mechanism = firstSpoken(route.mechanisms, facts.user);
  // A login that fails shows in what is said to the message.
  if (mechanism) await logIn(session, mechanism, facts.user);
  return session;
}

/** The first message for one of the addresses, of those that came or come soon; undefined where none does. */
export async function arrival(probe: Probe, ...addresses: readonly string[]): Promise<RelayedMessage | undefined> {
  const isOurs = ({ rcptTo }: RelayedMessage) => rcptTo.some((each) => addresses.includes(each));
  return probe.target.sink.waitForMessage(isOurs, { timeoutMs: unhurried(10_000), what: 'the message' }).catch(
    // That it does not come is an answer, not an error.
    () => undefined,
  );
}

/** The message came to the smarthost, from one who had logged in there with the target's account. */
export function expectBySmarthost(probe: Probe, message: RelayedMessage | undefined): readonly Finding[] {
  const { port, user } = smarthostOf(probe);
  if (message === undefined) return [expectThat(false, 'the message arrives at the smarthost', 'it does not')];
  return [
    expectThat(message.port === port, `the message arrives on the smarthost's port ${port}`, `on ${message.port}`),
    expectThat(message.user === user, `logged in there as ${user}`, message.user ?? 'without a login'),
  ];
}
