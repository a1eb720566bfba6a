import type { Answer } from '../../model/answer';
import { keepsWhatItTakes } from '../../model/sink-reason';
import type { Finding } from '../../model/verdict';
import type { Probe, Relayed } from '../../sessions/probe';
import { trusts } from '../../sessions/route';
import { sendTestMail, type TestMailAnswers } from '../../sessions/send-test-mail';
import { inWords, isOfClass } from '../../smtp/answers';
import type { WireSession } from '../../smtp/wire-session';
import type { TargetFacts } from '../../targets/target';
import { control, expectRefusal, expectThat, unseen } from './findings';

/** How far an attempt to relay came. */
export interface RelayAttempt extends TestMailAnswers {
  /** Where the recipient was put off, 4yz: what the server said to one of its own after that. */
  readonly ownRecipient?: Answer;
}

/** Tries to relay in a session and says what should be true of a client with no right to it. */
export async function expectNoRelay(probe: Probe, session: WireSession): Promise<readonly Finding[]> {
  const tried = await attempt(probe, session, probe.foreignRecipient);
  const { last, data } = tried;
  // A server may have ended the session when the login failed.
  const ended = probe.facts.configuration === 'own' && last.kind === 'closed' && last.how === 'end-of-file';
  const refusal = ended
    ? expectThat(true, 'the end of the session, or a refusal', inWords(last))
    : expectRelayRefusal('the recipient elsewhere', tried);
  return [refusal, ...(await expectNothingRelayed(probe, data))];
}

/**
 * The relay is refused. What a server says that is closing down, that puts off everybody, or that does not answer at all, is not
 * about relaying: then it can not be told.
 */
export function expectRelayRefusal(what: string, { last, ownRecipient }: RelayAttempt): Finding {
  const refusal = expectRefusal(what, last);
  if (last.kind !== 'reply') return unseen(refusal);
  if (last.code === 421 || isOfClass(last, 3)) return unseen({ ...refusal, ok: false });
  if (ownRecipient === undefined || !isSameReply(last, ownRecipient)) return refusal;
  const saw = `${inWords(last)}, and the same to a recipient of its own`;
  return unseen(expectThat(false, `${what}: a refusal that is not everybody's`, saw));
}

/**
 * Nothing of this check is at the sink, although messages do come through. Where nobody is known whose message would, a
 * refusal is proof enough; what was taken all the same can not be told from what is only kept.
 */
export async function expectNothingRelayed(
  probe: Probe,
  ...ends: readonly (Answer | undefined)[]
): Promise<readonly Finding[]> {
  const { furthest } = probe.facts;
  if (furthest !== 'arrival') return [];
  const data = ends.filter((end) => end !== undefined && isOfClass(end, 2));
  const waited = data.length > 0 ? data : [undefined];
  const seen = await Promise.all(waited.map((end) => probe.relayed(end)));
  const kinds = ['message', 'waiting', 'can not tell'] as const;
  const [relayed = { kind: 'nothing' } as const] = kinds.flatMap((kind) => seen.find((one) => one.kind === kind) ?? []);
  // What only waits for another attempt is relayed too, just later.
  const isPassedOn = relayed.kind === 'message' || relayed.kind === 'waiting';
  const nothing = expectThat(!isPassedOn, 'nothing reaches the sink', arrivalInWords(relayed));
  const taken = data.length > 0;
  const proof = relayed.kind !== 'can not tell' || (!canBeShown(probe.facts) && !taken);
  const shown = canBeShown(probe.facts)
    ? expectThat(proof, 'a later message from a client with the right to relay comes through', 'it does not')
    : expectThat(proof, 'what is taken is passed on', keepsWhatItTakes);
  return [control(shown), nothing];
}

/** Whether somebody is known whose message would be relayed, which shows that the server and the way to the sink work. */
export function canBeShown(facts: TargetFacts): boolean {
  return (facts.logins.length > 0 && facts.userRefused === undefined) || trusts(facts);
}

/** The message is relayed. */
export function expectArrived(relayed: Relayed): Finding {
  return expectThat(relayed.kind === 'message', 'the message arrives at the sink', arrivalInWords(relayed));
}

function arrivalInWords(relayed: Relayed): string {
  if (relayed.kind === 'waiting') return `a message that waits to be passed on: ${relayed.why}`;
  return relayed.kind === 'message' ? `a message to ${relayed.message.rcptTo.join(', ')}` : relayed.kind;
}

/** One transaction, as far as the server lets it come and the target may be asked; `last` is the answer that ended it. */
export async function attempt(
  probe: Probe,
  session: WireSession,
  to: string,
  from = probe.sender,
): Promise<RelayAttempt> {
  const { furthest, localRecipient } = probe.facts;
  const tried =
    furthest === 'recipient'
      ? await attemptRecipient(session, to, from)
      : await sendTestMail(session, { from, to, token: probe.token });
  const isPutOff = isOfClass(tried.last, 4) && !saysRelay.test(inWords(tried.last)) && to !== localRecipient;
  return isPutOff ? { ...tried, ownRecipient: await session.rcpt(localRecipient) } : tried;
}

// 454 4.7.1 <x@elsewhere.example>: Relay access denied. Greylisting and look-ups that fail have 4yz too, for everybody.
const saysRelay = /relay/i;

function isSameReply(one: Answer, other: Answer): boolean {
  return one.kind === 'reply' && other.kind === 'reply' && one.code === other.code && one.enhanced === other.enhanced;
}

async function attemptRecipient(session: WireSession, to: string, from: string) {
  const mail = await session.mail(from);
  const rcpt = isOfClass(mail, 2) ? await session.rcpt(to) : undefined;
  return { last: rcpt ?? mail, rcpt, data: undefined };
}
