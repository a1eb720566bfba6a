import { acceptedMessages } from '../../maillog/accepted-message';
import type { RelayedMessage } from '../../model/relayed-message';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { composeMessage } from '../../smtp/messages';
import type { NodemailerResult } from '../../smtp/nodemailer-session';
import type { Check } from '../check';
import { type AuthRoute, authRoutes } from '../shared/auth-routes';
import { expectReply, expectThat } from '../shared/findings';
import { anyOf, mayBeSent, needsLogin } from '../shared/obstacles';
import { expectArrived } from '../shared/relay-attempt';

/** The mechanisms of the how-to's server that Nodemailer speaks, DIGEST-MD5 by a handler of ours. */
export const passwordMechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5'] as const;

type Mechanism = (typeof passwordMechanisms)[number];

/** Each mechanism on each way to AUTH: it logs in, and what it sends arrives unchanged. */
export function acceptedLogins(): readonly Check[] {
  return authRoutes.flatMap((route) =>
    passwordMechanisms.map((mechanism) => ({
      id: `authenticated-relay/${mechanism.toLowerCase()}-on-${route.name}`,
      title: `relays for a user who logs in with ${mechanism} ${route.words}`,
      level: 'must' as const,
      reference: 'RFC 4954 sections 4 and 6; RFC 3848',
      rows: [3, 10, 13, 19],
      notApplicable: anyOf(needsLogin(route, mechanism), mayBeSent),
      ask: (probe: Probe) => relayLoggedIn(probe, route, mechanism),
    })),
  );
}

async function relayLoggedIn(probe: Probe, route: AuthRoute, mechanism: Mechanism): Promise<readonly Finding[]> {
  const { sender: from, foreignRecipient, token, facts } = probe;
  // Lines with dots, a long line, non-ASCII: what careless relays change.
  const body = ['.', '..two dots', 'x'.repeat(900), 'Grüße, 日本語', ''].join('\r\n');
  const message = composeMessage({ from, to: [foreignRecipient], token, body });
  const result = await probe.sendByNodemailer(route, {
    from,
    to: [foreignRecipient],
    message,
    credentials: facts.user,
    method: mechanism,
  });
  const sent = [expectLogin(result, facts), expectSent(result)];
  if (sent.some(({ ok }) => !ok) || facts.furthest !== 'arrival') return sent;

  const relayed = await probe.relayed(result.outcome.kind === 'sent' ? asReply(result) : undefined);
  const arrived = expectArrived(relayed);
  if (relayed.kind !== 'message') return [...sent, arrived];
  return [
    ...sent,
    arrived,
    ...expectUnchanged(relayed.message, message, probe),
    ...(await expectTraces(relayed.message, route, mechanism, probe)),
  ];
}

function expectLogin({ transcript }: NodemailerResult, { replies }: Probe['facts']): Finding {
  const auth = transcript.entries.findIndex(({ from, text }) => from === 'client' && /^AUTH /i.test(text));
  const after = auth < 0 ? [] : transcript.entries.slice(auth);
  const reply = after.find(({ from, text }) => from === 'server' && /^[245]\d\d/.test(text));
  const [, code, enhanced] = /^(\d{3}) (?:(\d\.\d{1,3}\.\d{1,3}) )?/.exec(reply?.text ?? '') ?? [];
  if (code === undefined) return expectThat(false, 'a reply to AUTH', 'none');
  return expectReply(
    'AUTH',
    { kind: 'reply', code: Number(code), enhanced, lines: [reply?.text.slice(4) ?? ''] },
    ...replies.loginAccepted,
  );
}

function expectSent({ outcome }: NodemailerResult): Finding {
  const saw = outcome.kind === 'sent' ? 'sent' : `${outcome.code}: ${outcome.message}`;
  return expectThat(outcome.kind === 'sent', 'the message is taken', saw);
}

function asReply({ outcome }: NodemailerResult) {
  return outcome.kind === 'sent' && outcome.response.kind === 'reply' ? outcome.response : undefined;
}

function expectUnchanged(relayed: RelayedMessage, message: string, probe: Probe): readonly Finding[] {
  // Another server may write the same address without its angle brackets.
  const inEssence = (line: string) => (probe.facts.configuration === 'own' ? line.replaceAll(/[<>]/g, '') : line);
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const lost = head
    .split('\r\n')
    .filter((line) => !relayed.headers.some((own) => inEssence(`${own.name}: ${own.value}`) === inEssence(line)));
  // The sink keeps bytes, a character each; the message was written in UTF-8.
  const body = Buffer.from(relayed.body, 'latin1').toString('utf8');
  const envelope = `${relayed.mailFrom} → ${relayed.rcptTo.join(', ')}`;
  const expected = `${probe.sender} → ${probe.foreignRecipient}`;
  return [
    expectThat(envelope === expected, `the envelope ${expected}`, envelope),
    expectThat(lost.length === 0, 'all header fields as they were sent', `not there: ${lost.join('; ')}`),
    expectThat(body === rest.join('\r\n\r\n'), 'the body as it was sent', JSON.stringify(body)),
  ];
}

// RFC 3848: ESMTPA for a client that logged in, ESMTPSA for one that did so under TLS.
async function expectTraces(relayed: RelayedMessage, route: AuthRoute, mechanism: Mechanism, probe: Probe) {
  // A server may write a field for each of its parts.
  const received = relayed.headers.filter(({ name }) => name.toLowerCase() === 'received').map(({ value }) => value);
  const keyword = route.security === 'plain' ? 'ESMTPA' : 'ESMTPSA';
  const says = new RegExp(`\\bwith ${keyword}\\b`, 'i');
  const isOwn = probe.facts.configuration === 'own';
  // A server that takes the field away hides where its users are; that is for its owner to decide.
  if (isOwn && received.length === 0) probe.note('the message arrives without a Received field');
  const trace = expectThat(
    received.some((field) => says.test(field)) || (isOwn && received.length === 0),
    `Received … with ${keyword}`,
    received.join('; ') || 'no Received field',
  );
  if (probe.facts.log !== 'postfix') return [trace];
  const { user } = probe.facts.user;
  const named = (lines: readonly string[]) =>
    acceptedMessages(lines).some(
      ({ saslMethod, saslUsername }) => saslMethod === mechanism && (saslUsername ?? '').split('@')[0] === user,
    );
  // The message can be at the sink before its lines are here.
  const lines = await probe.logged(named);
  const saw = JSON.stringify(acceptedMessages(lines));
  // What an image logs, and where, is its own affair.
  if (isOwn && acceptedMessages(lines).every(({ saslUsername }) => saslUsername === undefined)) return [trace];
  return [trace, expectThat(named(lines), `the log: sasl_method=${mechanism}, sasl_username=${user}…`, saw)];
}
