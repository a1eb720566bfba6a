import { isThrottled, throttlings } from '../../maillog/no-mechanisms';
import type { Answer } from '../../model/answer';
import type { Transcript } from '../../model/transcript';
import { openSession } from '../../sessions/open-session';
import { plain } from '../../smtp/sasl/plain';
import type { WireSession } from '../../smtp/wire-session';
import type { Target } from '../../targets/target';
import { unhurried } from '../../unhurried';
import { type Breakage, howtoRepair } from './breakage';

/** All that was seen of a broken server: what its clients met, in what order, and what it logged. */
export interface Observation {
  /** Per port: what the first client met. */
  readonly first: readonly PortAnswer[];
  /** Per port: what the next client met, while master holds the service back. */
  readonly next: readonly PortAnswer[];
  /** The log up to the throttling, as written. */
  readonly log: readonly string[];
  /** What a client met after the how-to's repair and a restart, where that was tried. */
  readonly howtoRepair: { readonly answer: Answer; readonly log: readonly string[] } | undefined;
  /** The answer to AUTH PLAIN after the real repair and a restart, and the log from then on. */
  readonly afterRepair: { readonly answer: Answer; readonly log: readonly string[] };
  readonly transcripts: readonly Transcript[];
}

/** The greeting, or what came in its place. */
export interface PortAnswer {
  readonly port: number;
  readonly answer: Answer;
}

/** Breaks another server of the target's kind; looks at it, and mends it. */
export async function observe(target: Target, breakage: Breakage): Promise<Observation> {
  await using broken = await target.variant({ name: `no-mechanisms/${breakage.name}`, before: breakage.inject });
  const since = broken.log.position;
  const transcripts: Transcript[] = [];
  const greetings = (timeoutMs: number) =>
    Promise.all(broken.facts.ports.map(({ port }) => greet(broken, port, timeoutMs, transcripts)));

  const first = await greetings(breakage.firstClient === 'dropped' ? unhurried(10_000) : 2_000);
  // Master notices a death after its smtpd has slept a second; each service is throttled on its own.
  await broken.log.when((lines) => throttlings(lines) >= broken.facts.ports.length, {
    since,
    timeoutMs: unhurried(5_000),
  });
  const log = broken.log.linesSince(since);
  const next = await greetings(1_500);

  const howtoRepair = breakage.howtoRepairIsTried ? await tryHowtoRepair(broken, transcripts) : undefined;
  const afterRepair = await tryRepair(broken, breakage, transcripts);
  return { first, next, log, howtoRepair, afterRepair, transcripts };
}

async function tryHowtoRepair(broken: Target, transcripts: Transcript[]): Promise<Observation['howtoRepair']> {
  const since = broken.log.position;
  await broken.restart(howtoRepair);
  const { answer } = await greet(broken, 587, unhurried(10_000), transcripts);
  await broken.log.when(isThrottled, { since, timeoutMs: unhurried(5_000) });
  return { answer, log: broken.log.linesSince(since) };
}

async function tryRepair(
  broken: Target,
  { repair }: Breakage,
  transcripts: Transcript[],
): Promise<Observation['afterRepair']> {
  const since = broken.log.position;
  await broken.restart(repair);
  const answer = await logIn(broken, transcripts);
  // Who was answered has no need of it.
  if (answer.kind !== 'reply') await broken.log.when(isThrottled, { since, timeoutMs: unhurried(5_000) });
  return { answer, log: broken.log.linesSince(since) };
}

async function greet(target: Target, port: number, timeoutMs: number, transcripts: Transcript[]): Promise<PortAnswer> {
  await using session = await open(target, port, { timeoutMs, ehlo: false });
  transcripts.push(session.transcript);
  return { port, answer: session.greeting };
}

async function logIn(target: Target, transcripts: Transcript[]): Promise<Answer> {
  await using session = await open(target, 587, { timeoutMs: unhurried(5_000) });
  if (!session.extensions) return session.opened;
  const answer = await session.authenticate(plain(target.facts.user));
  transcripts.push(session.transcript);
  return answer;
}

function open(target: Target, port: number, choices: { timeoutMs: number; ehlo?: boolean }): Promise<WireSession> {
  const role = target.facts.ports.find((one) => one.port === port)?.role;
  const security = role === 'submissions' ? 'implicit-tls' : 'plain';
  return openSession(target, { port, security }, { title: `outside → ${port}`, ...choices });
}
