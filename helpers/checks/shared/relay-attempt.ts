import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import type { Probe, Relayed } from '../../sessions/probe';
import { trusts } from '../../sessions/route';
import { sendTestMail, type TestMailAnswers } from '../../sessions/send-test-mail';
import { inWords, isOfClass } from '../../smtp/answers';
import type { WireSession } from '../../smtp/wire-session';
import { control, expectRefusal, expectThat } from './findings';

/** Tries to relay in a session and says what should be true of a client with no right to it. */
export async function expectNoRelay(probe: Probe, session: WireSession): Promise<readonly Finding[]> {
  const { last, data } = await attempt(probe, session, probe.foreignRecipient);
  // A server may have ended the session when the login failed.
  const ended = probe.facts.configuration === 'own' && last.kind === 'closed' && last.how === 'end-of-file';
  const refusal = ended
    ? expectThat(true, 'the end of the session, or a refusal', inWords(last))
    : expectRefusal('the recipient elsewhere', last);
  return [refusal, ...(await expectNothingRelayed(probe, data))];
}

/**
 * Nothing of this check is at the sink, although messages do come through. Where nobody is known whose message would, a
 * refusal is proof enough; what was taken all the same can not be told from what is only kept.
 */
export async function expectNothingRelayed(
  probe: Probe,
  ...ends: readonly (Answer | undefined)[]
): Promise<readonly Finding[]> {
  const { logins, furthest } = probe.facts;
  if (furthest !== 'arrival') return [];
  const data = ends.filter((end) => end !== undefined && isOfClass(end, 2));
  const waited = data.length > 0 ? data : [undefined];
  const seen = await Promise.all(waited.map((end) => probe.relayed(end)));
  const relayed: Relayed = seen.find(({ kind }) => kind === 'message') ??
    seen.find(({ kind }) => kind === 'can not tell') ?? { kind: 'nothing' };
  const words = relayed.kind === 'message' ? `a message to ${relayed.message.rcptTo.join(', ')}` : relayed.kind;
  const nothing = expectThat(relayed.kind !== 'message', 'nothing reaches the sink', words);
  const canBeShown = logins.length > 0 || trusts(probe.facts);
  const taken = data.length > 0;
  const proof = relayed.kind !== 'can not tell' || (!canBeShown && !taken);
  const shown = canBeShown
    ? expectThat(proof, 'a later message from a client with the right to relay comes through', 'it does not')
    : expectThat(
        proof,
        'what is taken is passed on',
        'nothing is: it keeps what it takes, as Mailpit and other sinks do',
      );
  return [control(shown), nothing];
}

/** The message is relayed. */
export function expectArrived({ kind }: Relayed): Finding {
  return expectThat(kind === 'message', 'the message arrives at the sink', kind);
}

/** One transaction, as far as the server lets it come and the target may be asked; `last` is the answer that ended it. */
export async function attempt(
  probe: Probe,
  session: WireSession,
  to: string,
  from = probe.sender,
): Promise<TestMailAnswers> {
  if (probe.facts.furthest === 'recipient') return attemptRecipient(session, to, from);
  return sendTestMail(session, { from, to, token: probe.token });
}

async function attemptRecipient(session: WireSession, to: string, from: string) {
  const mail = await session.mail(from);
  const rcpt = isOfClass(mail, 2) ? await session.rcpt(to) : undefined;
  return { last: rcpt ?? mail, rcpt, data: undefined };
}
