import { randomBytes } from 'node:crypto';
import type { Answer } from '../model/answer';
import type { ClientStep, Login } from '../model/failure-mode';
import type { Transcript } from '../model/transcript';
import { logIn } from '../sessions/log-in';
import { openSession } from '../sessions/open-session';
import { sendTestMail } from '../sessions/send-test-mail';
import { hasCode } from '../smtp/answers';
import type { WireSession } from '../smtp/wire-session';
import type { Target } from '../targets/target';

/** How long a client of a broken server waits for each answer: an smtpd that dies takes a second to do so. */
const patienceMs = 4_000;

/** Does what the steps say, one after the other; what the server answers is in the transcripts, and not judged. */
export async function provoke(target: Target, steps: readonly ClientStep[]): Promise<readonly Transcript[]> {
  const transcripts: Transcript[] = [];
  for (const step of steps) {
    switch (step.kind) {
      case 'run':
        await target.run(step.script);
        break;
      case 'mail':
        transcripts.push(await sendMail(target, step));
        break;
      case 'lines':
        for (let time = 0; time < (step.times ?? 1); time++) transcripts.push(await sayLines(target, step));
        break;
    }
  }
  return transcripts;
}

type Session<Kind> = Extract<ClientStep, { readonly kind: Kind }>;

async function sendMail(target: Target, step: Session<'mail'>): Promise<Transcript> {
  const { facts } = target;
  const token = `r${randomBytes(4).toString('hex')}`;
  const from = step.from ?? `from-${token}@${facts.senderDomain}`;
  const to = step.to === 'local' ? facts.localRecipient : (step.to ?? `to-${token}@${facts.foreignDomain}`);
  await using session = await open(target, step);
  if (session.extensions) {
    const answer = step.login && (await logInAs(session, target, step.login));
    // Programs that are refused their login give up.
    if (answer && !hasCode(answer, 235)) return session.transcript;
    await sendTestMail(session, { from, to, token });
  }
  return session.transcript;
}

function logInAs(session: WireSession, { facts }: Target, { mechanism, user, password }: Login): Promise<Answer> {
  return logIn(session, mechanism, {
    ...facts.user,
    ...(user !== undefined && { user }),
    password: password === 'right' ? facts.user.password : password.text,
  });
}

async function sayLines(target: Target, step: Session<'lines'>): Promise<Transcript> {
  await using session = await open(target, step);
  if (session.greeting.kind !== 'reply') return session.transcript;
  for (const line of step.lines) if ((await session.command(line)).kind !== 'reply') break;
  return session.transcript;
}

function open(target: Target, step: Session<'mail' | 'lines'>): Promise<WireSession> {
  const { vantage = 'outside', port = 587, tls = port === 465 ? 'implicit-tls' : 'plain' } = step;
  const ehlo = step.kind === 'mail' || step.ehlo;
  return openSession(target, { vantage, port, security: tls }, { timeoutMs: patienceMs, ehlo });
}
