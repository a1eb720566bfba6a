import type { Answer } from '../model/answer';
import { hasCode, inWords, isOfClass } from '../smtp/answers';
import { WireSession } from '../smtp/wire-session';
import { unhurried } from '../unhurried';
import type { Target, TargetFacts } from './target';

/**
 * Whether the client that a profile says is trusted may relay without a login: what was answered to it where it may not, in a sentence
 * that names the profile's key; undefined where it may, or where nobody is said to be trusted. Nothing is sent.
 */
export async function tryTrusted(
  clientAddress: Target['clientAddress'],
  { vantagePoints, ports, senderDomain, foreignDomain }: TrialFacts,
): Promise<string | undefined> {
  const client = vantagePoints.find(({ name }) => name === 'inside');
  const service = ports.find(({ role }) => role === 'smtp') ?? ports[0];
  if (!client || !service) return undefined;
  const { port, listens = port, role } = service;
  await using session = await WireSession.open({
    ...clientAddress('inside', port),
    title: `the trusted client on ${listens}`,
    security: role === 'submissions' ? 'implicit-tls' : 'plain',
    clientName: client.hostname ?? `[${client.address}]`,
    timeoutMs: unhurried(10_000),
    heloInstead: true,
  });
  const refused = session.extensions
    ? await relayRefused(session, { senderDomain, foreignDomain })
    : refusal('EHLO', session.opened);
  if (refused === undefined) return undefined;
  const trusted = `the profile has ${client.address} in offers.trusted`;
  return `${trusted}, and the server does not relay for it without a login: ${refused} on ${listens}`;
}

/** The refusal to relay for a client, with the command that got it; undefined where it may relay. Nothing is sent. */
export async function relayRefused(
  session: WireSession,
  { senderDomain, foreignDomain }: Pick<TargetFacts, 'senderDomain' | 'foreignDomain'>,
): Promise<string | undefined> {
  const from = `survey@${senderDomain}`;
  let mail = await session.mail(from);
  // 530 is also what a server says that wants TLS first (RFC 3207 section 4).
  const offersTls = session.extensions?.keywords.STARTTLS !== undefined;
  if (hasCode(mail, 530) && offersTls && hasCode(await session.startTls(), 220)) {
    await session.ehlo();
    mail = await session.mail(from);
  }
  if (!hasCode(mail, 250)) return refusal('MAIL', mail);
  return refusal('RCPT', await session.rcpt(`survey@${foreignDomain}`));
}

type TrialFacts = Pick<TargetFacts, 'vantagePoints' | 'ports' | 'senderDomain' | 'foreignDomain'>;

function refusal(command: string, answer: Answer): string | undefined {
  // Whoever is put off may be trusted all the same, unless it is said why: 454 4.7.1 <…>: Relay access denied.
  const isPutOff = isOfClass(answer, 4) && !/relay/i.test(inWords(answer));
  if (answer.kind !== 'reply' || isOfClass(answer, 2) || isPutOff) return undefined;
  return `${inWords(answer)} to ${command}`;
}
