import type { Answer } from '../model/answer';
import type { Finding } from '../model/verdict';
import { composeMessage } from '../smtp/messages';
import type { WireSession } from '../smtp/wire-session';
import { control, expectRefusal, expectThat } from './findings';
import type { Probe } from './probe';

/** Tries to relay in a session and says what should be true of a client with no right to it. */
export async function expectNoRelay(probe: Probe, session: WireSession): Promise<readonly Finding[]> {
  const { last, data } = await attempt(probe, session, probe.foreignRecipient);
  return [expectRefusal('the recipient elsewhere', last), ...(await expectNothingRelayed(probe, data))];
}

/** Nothing of this check is at the sink, although messages do come through. */
export async function expectNothingRelayed(probe: Probe, data?: Answer): Promise<readonly Finding[]> {
  const relayed = await probe.relayed(data);
  const proof = relayed !== 'can not tell';
  const words = typeof relayed === 'string' ? relayed : `a message to ${relayed.rcptTo.join(', ')}`;
  return [
    control(expectThat(proof, 'a later message from a client with the right to relay comes through', 'it does not')),
    expectThat(typeof relayed === 'string', 'nothing reaches the sink', words),
  ];
}

/** One transaction, as far as the server lets it come; `last` is the answer that ended it. */
export async function attempt(
  probe: Probe,
  session: WireSession,
  to: string,
  from = probe.sender,
): Promise<{ readonly last: Answer; readonly rcpt: Answer | undefined; readonly data: Answer | undefined }> {
  const message = composeMessage({ from, to: [to], token: probe.token });
  const { mail, rcpt, data } = await session.sendMail({ from, to: [to], message });
  return { last: data ?? rcpt[0] ?? mail, rcpt: rcpt[0], data };
}
