import { randomBytes } from 'node:crypto';
import { hasCode, inWords, isOfClass } from '../smtp/answers';
import { composeMessage } from '../smtp/messages';
import { plain } from '../smtp/sasl/plain';
import { WireSession } from '../smtp/wire-session';
import type { Target } from '../targets/target';

/**
 * What a reference server does not do although it should: nothing, when it is whole. It relays for a user who logs
 * in, before and after STARTTLS; it takes mail for its own domain; it relays for nobody else.
 */
export async function complaints(target: Target): Promise<readonly string[]> {
  const found = await Promise.all([relaysForUser(target, 'plain'), relaysForUser(target, 'starttls'), serves(target)]);
  return found.flat();
}

async function relaysForUser(target: Target, security: 'plain' | 'starttls'): Promise<readonly string[]> {
  const { facts, sink } = target;
  const token = `h${randomBytes(4).toString('hex')}`;
  const [from, to] = [`from-${token}@${facts.senderDomain}`, `to-${token}@${facts.foreignDomain}`];
  await using session = await open(target, 587, security);
  if (!session.extensions) return [`587, ${security}: ${inWords(session.opened)}`];
  const login = await session.authenticate(plain(facts.user));
  if (!hasCode(login, 235)) return [`AUTH PLAIN, ${security}: ${inWords(login)}`];
  const { mail, rcpt, data } = await session.sendMail({
    from,
    to: [to],
    message: composeMessage({ from, to: [to], token }),
  });
  if (!data || !isOfClass(data, 2)) return [`mail of the user, ${security}: ${inWords(data ?? rcpt[0] ?? mail)}`];
  const arrival = sink.waitForMessage(({ rcptTo }) => rcptTo.includes(to), { timeoutMs: 8_000, what: 'the mail' });
  return arrival.then(
    () => [],
    (error: Error) => [error.message],
  );
}

async function serves(target: Target): Promise<readonly string[]> {
  const { facts } = target;
  const token = `h${randomBytes(4).toString('hex')}`;
  const from = `from-${token}@${facts.senderDomain}`;
  await using session = await open(target, 25, 'plain');
  if (!session.extensions) return [`25: ${inWords(session.opened)}`];
  const message = composeMessage({ from, to: [facts.localRecipient], token });
  await session.mail(from);
  const elsewhere = await session.rcpt(`to-${token}@${facts.foreignDomain}`);
  await session.command('RSET');
  const own = await session.sendMail({ from, to: [facts.localRecipient], message });
  return [
    ...(elsewhere.kind === 'reply' && elsewhere.code >= 400 ? [] : [`a stranger's relay: ${inWords(elsewhere)}`]),
    ...(own.data && isOfClass(own.data, 2)
      ? []
      : [`mail for its own user: ${inWords(own.data ?? own.rcpt[0] ?? own.mail)}`]),
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
