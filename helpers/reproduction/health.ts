import { randomBytes } from 'node:crypto';
import { arrival } from '../sessions/arrival';
import { openSession } from '../sessions/open-session';
import { sendTestMail } from '../sessions/send-test-mail';
import { hasCode, inWords, isOfClass } from '../smtp/answers';
import { plain } from '../smtp/sasl/plain';
import type { WireSession } from '../smtp/wire-session';
import type { Target } from '../targets/target';

/**
 * What a reference server does not do although it should: nothing, when it is whole. A user logs in before and after
 * STARTTLS, and the user's mail arrives; mail for its own domain is taken; nobody else may relay.
 */
export async function complaints(target: Target): Promise<readonly string[]> {
  // One after the other on a port: a second session at the same time would start a second smtpd.
  const users = async () => [...(await logsIn(target)), ...(await relays(target))];
  return (await Promise.all([users(), serves(target)])).flat();
}

async function logsIn(target: Target): Promise<readonly string[]> {
  await using session = await open(target, 587, 'plain');
  if (!session.extensions) return [`587: ${inWords(session.opened)}`];
  const answer = await session.authenticate(plain(target.facts.user));
  return hasCode(answer, 235) ? [] : [`AUTH PLAIN: ${inWords(answer)}`];
}

async function relays(target: Target): Promise<readonly string[]> {
  const { facts } = target;
  const token = `h${randomBytes(4).toString('hex')}`;
  const [from, to] = [`from-${token}@${facts.senderDomain}`, `to-${token}@${facts.foreignDomain}`];
  await using session = await open(target, 587, 'starttls');
  if (!session.extensions) return [`587, STARTTLS: ${inWords(session.opened)}`];
  const login = await session.authenticate(plain(facts.user));
  if (!hasCode(login, 235)) return [`AUTH PLAIN after STARTTLS: ${inWords(login)}`];
  const { last } = await sendTestMail(session, { from, to, token });
  if (!isOfClass(last, 2)) return [`mail of the user: ${inWords(last)}`];
  const arrived = await arrival(target, ({ rcptTo }) => rcptTo.includes(to), { answer: last });
  return arrived ? [] : [`mail of the user: ${inWords(last)}, and it does not reach the sink`];
}

async function serves(target: Target): Promise<readonly string[]> {
  const { facts } = target;
  const token = `h${randomBytes(4).toString('hex')}`;
  await using session = await open(target, 25, 'plain');
  if (!session.extensions) return [`25: ${inWords(session.opened)}`];
  await session.mail(`from-${token}@${facts.senderDomain}`);
  const elsewhere = await session.rcpt(`to-${token}@${facts.foreignDomain}`);
  const own = await session.rcpt(facts.localRecipient);
  return [
    ...(elsewhere.kind === 'reply' && elsewhere.code >= 400 ? [] : [`a stranger's relay: ${inWords(elsewhere)}`]),
    ...(isOfClass(own, 2) ? [] : [`mail for its own user: ${inWords(own)}`]),
  ];
}

function open(target: Target, port: number, security: 'plain' | 'starttls'): Promise<WireSession> {
  // A server that is well and slow, on a busy machine, is not ill.
  return openSession(target, { port, security }, { timeoutMs: 20_000 });
}
