import type { Answer } from '../model/answer';
import type { Evidence } from '../model/evidence';
import type { RelayedMessage } from '../model/relayed-message';
import { markerComesThrough } from '../sessions/marker';
import { Probe, type Relayed } from '../sessions/probe';
import type { Route } from '../sessions/route';
import { isOfClass } from '../smtp/answers';
import { composeMail, type MailOptions } from '../smtp/compose-mail';
import { mailAddresses } from '../smtp/mail-addresses';
import type { ClientCertificate, MailToSend as Envelope } from '../smtp/session-options';
import type { WireSession } from '../smtp/wire-session';
import type { Target } from '../targets/target';
import { type Login, type LoginOptions, loginWith } from './login';

/** One mail, and as whom it is sent. */
export interface MailToSend extends LoginOptions {
  /**
   * The sender's address, with a name or without, empty for the null sender. By default the message's, else somebody's at
   * `outside.example`, a domain that exists.
   */
  readonly from?: string | undefined;
  /**
   * The recipients' addresses, with names or without. By default the message's, else somebody's at `elsewhere.example`, for
   * which the server is not responsible.
   */
  readonly to?: string | readonly string[] | undefined;
  /** A message of one's own, as Nodemailer takes it: `subject`, `text`, `html`, `attachments`, `headers`, `raw`, … */
  readonly message?: MailOptions | undefined;
}

/** What the server answered to one recipient. */
export interface RecipientAnswer {
  readonly address: string;
  readonly answer: Answer;
}

/** What became of a mail. */
export interface SentMail {
  /** The answer that decided: to the message, or the refusal on the way there. */
  readonly answer: Answer;
  /** As far as they were asked for, in their order: one may be refused and the message taken for the others. */
  readonly recipients: readonly RecipientAnswer[];
  /**
   * `waiting`: the server took it and tries to pass it on, its log says, but could not yet. `unknown`: nothing reached the sink, but
   * no other mail came through either.
   */
  readonly outcome: 'relayed' | 'not relayed' | 'waiting' | 'unknown';
  /** What reached the sink of it: several where the server delivered to several domains. */
  readonly relayed: readonly RelayedMessage[];
  /** The dialogue, the log lines and the messages; secrets are masked. */
  readonly evidence: Evidence;
}

/** Sends one mail as far as the server lets it come, and waits until it is known what was relayed of it. */
export async function sendMail(
  target: Target,
  route: Route,
  { tls, ...mail }: MailToSend & { readonly tls?: ClientCertificate | undefined },
): Promise<SentMail> {
  const login = loginWith({ ...mail, tls });
  await using probe = new Probe(target, { secrets: secretsOf(mail) });
  const composed = await compose(probe, mail);
  const session = await probe.tryToOpen(route, { tls });
  const { answer, rcpt = [] } = await converse(session, probe.facts.hostname, { login, composed });
  const recipients = rcpt.flatMap((one, index) => ({ address: composed.to[index] ?? '', answer: one }));
  // The session ends while the message is under way.
  const [arrived] = await Promise.all([probe.relayed(answer), session[Symbol.asyncDispose]()]);
  // A server makes one delivery for each domain; what was sent after them all comes last.
  if (recipients.length > 1 && arrived.kind === 'message') await markerComesThrough(target);
  const evidence = probe.evidence();
  return { answer, recipients, outcome: outcomeOf(arrived), relayed: evidence.relayed, evidence };
}

function secretsOf({ user }: LoginOptions): readonly string[] {
  if (!user) return [];
  return ['accessToken' in user ? user.accessToken : user.password];
}

const outcomes = { message: 'relayed', nothing: 'not relayed', waiting: 'waiting', 'can not tell': 'unknown' } as const;

function outcomeOf({ kind }: Relayed): SentMail['outcome'] {
  return outcomes[kind];
}

async function compose(probe: Probe, { from, to, message = {} }: MailToSend): Promise<Envelope> {
  const { token } = probe;
  const composed = await composeMail(
    {
      subject: 'Test message of smtp-auth-harness',
      text: 'This is a test message.',
      from: from ?? probe.sender,
      to: to === undefined ? (hasRecipients(message) ? undefined : probe.foreignRecipient) : [to].flat(),
      // Postfix logs it, and so the lines of this mail are found.
      messageId: `<${token}@harness.example>`,
      ...message,
    },
    token,
  );
  const recipients = to === undefined ? composed.to : [to].flat().flatMap(mailAddresses);
  if (recipients.length === 0) throw new TypeError('the mail has no recipient: give to, or a message with one');
  return { ...composed, from: from === undefined ? composed.from : senderOf(from), to: recipients };
}

function senderOf(from: string): string {
  if (from === '' || from === '<>') return '';
  const [address = '', ...others] = mailAddresses(from);
  if (others.length > 0) throw new TypeError(`a mail has one sender, not ${JSON.stringify(from)}`);
  return address;
}

function hasRecipients({ to, cc, bcc, envelope }: MailOptions): boolean {
  return [to, cc, bcc, envelope].some((one) => one !== undefined);
}

async function converse(
  session: WireSession,
  host: string,
  { login, composed }: { readonly login: Login | undefined; readonly composed: Envelope },
): Promise<{ readonly answer: Answer; readonly rcpt?: readonly Answer[] }> {
  if (!session.extensions) return { answer: session.opened };
  if (login) {
    const answer = await login(session, host);
    if (!isOfClass(answer, 2)) return { answer };
  }
  const { mail, rcpt, data } = await session.sendMail(composed);
  return { answer: data ?? rcpt.at(-1) ?? mail, rcpt };
}
