import type { Answer } from '../../model/answer';
import type { RelayedMessage } from '../../model/relayed-message';
import type { Finding } from '../../model/verdict';
import { isOfClass } from '../../smtp/answers';
import { composeMessage } from '../../smtp/messages';
import { plain } from '../../smtp/sasl/plain';
import { control, expectReply, expectThat } from '../findings';
import type { Probe } from '../probe';
import { smarthostOf } from './needs-smarthost';

/** A user logs in and hands a message over: what the server said to it, and the control that it took it. */
export async function handOver(probe: Probe, ...to: readonly string[]): Promise<{ answer: Answer; taken: Finding }> {
  const { sender: from, token, facts } = probe;
  const session = await probe.open({ port: 587, security: 'starttls' });
  const login = await session.authenticate(plain(facts.user));
  const { mail, rcpt, data } = await session.sendMail({ from, to, message: composeMessage({ from, to, token }) });
  const answer = data ?? rcpt.find((one) => !isOfClass(one, 2)) ?? mail;
  const loggedIn = isOfClass(login, 2);
  return {
    answer,
    taken: control(expectReply('the message', loggedIn ? answer : login, { code: 250, enhanced: '2.0.0' })),
  };
}

/** The first message for one of the addresses, of those that came or come soon; undefined where none does. */
export async function arrival(probe: Probe, ...addresses: readonly string[]): Promise<RelayedMessage | undefined> {
  const isOurs = ({ rcptTo }: RelayedMessage) => rcptTo.some((each) => addresses.includes(each));
  return probe.target.sink.waitForMessage(isOurs, { timeoutMs: 10_000, what: 'the message' }).catch(
    // That it does not come is an answer, not an error.
    () => undefined,
  );
}

/** The message came to the smarthost, from one who had logged in there with the target's account. */
export function expectBySmarthost(probe: Probe, message: RelayedMessage | undefined): readonly Finding[] {
  const { port, user } = smarthostOf(probe);
  return [
    expectThat(message !== undefined, 'the message arrives at the sink', 'it does not'),
    expectThat(message?.port === port, `on the smarthost's port ${port}`, `${message?.port ?? 'nowhere'}`),
    expectThat(message?.user === user, `logged in there as ${user}`, message?.user ?? 'without a login'),
  ];
}
