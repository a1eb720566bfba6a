import { randomBytes } from 'node:crypto';
import { hasCode, inWords, isOfClass } from '../smtp/answers';
import { composeMessage } from '../smtp/messages';
import { plain } from '../smtp/sasl/plain';
import { WireSession } from '../smtp/wire-session';
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
  const { facts, sink } = target;
  const token = `h${randomBytes(4).toString('hex')}`;
  const [from, to] = [`from-${token}@${facts.senderDomain}`, `to-${token}@${facts.foreignDomain}`];
  await using session = await open(target, 587, 'starttls');
  if (!session.extensions) return [`587, STARTTLS: ${inWords(session.opened)}`];
  const login = await session.authenticate(plain(facts.user));
  if (!hasCode(login, 235)) return [`AUTH PLAIN after STARTTLS: ${inWords(login)}`];
  const { mail, rcpt, data } = await session.sendMail({
    from,
    to: [to],
    message: composeMessage({ from, to: [to], token }),
  });
  if (!data || !isOfClass(data, 2)) return [`mail of the user: ${inWords(data ?? rcpt[0] ?? mail)}`];
  const arrival = sink.waitForMessage(({ rcptTo }) => rcptTo.includes(to), { timeoutMs: 8_000, what: 'the mail' });
  return arrival.then(
    () => [],
    (error: Error) => [error.message],
  );
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

async function open(target: Target, port: number, security: 'plain' | 'starttls'): Promise<WireSession> {
  const session = await WireSession.open({
    ...target.clientAddress('outside', port),
    title: `outside → ${port}, ${security}`,
    security,
    clientName: `client.${target.facts.senderDomain}`,
    timeoutMs: 5_000,
  });
  if (hasCode(session.opened, 220) && !session.extensions) await session.ehlo();
  return session;
}
