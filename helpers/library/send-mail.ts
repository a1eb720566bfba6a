import type { Answer } from '../model/answer';
import type { Evidence } from '../model/evidence';
import type { RelayedMessage } from '../model/relayed-message';
import { logIn } from '../sessions/log-in';
import { Probe } from '../sessions/probe';
import type { Route } from '../sessions/route';
import { sendTestMail } from '../sessions/send-test-mail';
import { isOfClass } from '../smtp/answers';
import type { Target } from '../targets/target';
import type { MailUser } from './wishes';

/** One mail, and as whom it is sent. */
export interface MailToSend {
  /** Logs in before; without it nobody does. */
  readonly as?: MailUser;
  /** By default PLAIN; also LOGIN, CRAM-MD5, DIGEST-MD5, ANONYMOUS. */
  readonly mechanism?: string;
  /** By default somebody at `outside.example`, a domain that exists. */
  readonly sender?: string;
  /** By default somebody at `elsewhere.example`, for which the server is not responsible. */
  readonly recipient?: string;
  readonly text?: string;
}

/** What became of a mail. */
export interface SentMail {
  /** The answer that decided: to the message, or the first refusal on the way there. */
  readonly answer: Answer;
  /** What reached the sink of it. `can not tell`: nothing, but no other mail came through either. */
  readonly relayed: RelayedMessage | 'nothing' | 'can not tell';
  /** The dialogue, the log lines and the message; secrets are masked. */
  readonly evidence: Evidence;
}

/** Sends one mail as far as the server lets it come, and waits until it is known whether it was relayed. */
export async function sendMail(target: Target, route: Route, mail: MailToSend): Promise<SentMail> {
  await using probe = new Probe(target);
  const answer = await converse(probe, route, mail);
  const relayed = await probe.relayed(answer);
  return { answer, relayed, evidence: probe.evidence() };
}

async function converse(
  probe: Probe,
  route: Route,
  { as, mechanism = 'PLAIN', sender = probe.sender, recipient = probe.foreignRecipient, text }: MailToSend,
): Promise<Answer> {
  const session = await probe.tryToOpen(route);
  if (!session.extensions) return session.opened;
  if (as) {
    const { hostname: host } = probe.facts;
    const login = await logIn(session, mechanism, { user: as.name, password: as.password, host });
    if (!isOfClass(login, 2)) return login;
  }
  const body = text === '' ? undefined : text;
  return (await sendTestMail(session, { from: sender, to: recipient, token: probe.token, body })).last;
}
