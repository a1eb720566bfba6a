import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute } from '../../sessions/route';
import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import { plain } from '../../smtp/sasl/plain';
import type { WireSession } from '../../smtp/wire-session';
import type { Target } from '../../targets/target';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectReply, expectThat } from '../shared/findings';
import { anyOf, needsMechanism } from '../shared/obstacles';
import { rankSum } from '../shared/rank-sum';
import { guessedUser, guesserSession, mustBeInLab, rightPasswordGetsIn } from './guesser';

/** What who guesses learns by the clock, and how long he is let. Each of them from an address of its own: see guesser.ts. */
export function guessing(): readonly Check[] {
  return [
    {
      id: 'attacks/time-tells-no-users',
      title: 'takes as long to refuse a wrong password as an unknown user',
      level: 'may',
      reference: 'RFC 4954 section 6; CWE-208',
      rows: [6],
      notApplicable: anyOf(mustBeInLab, needsMechanism('PLAIN')),
      ask: compareTimes,
    },
    {
      id: 'attacks/guessing-is-limited',
      title: 'slows down who fails to log in again and again in a session, or ends it',
      level: 'may',
      reference: 'Postfix smtpd_soft_error_limit, smtpd_hard_error_limit; CWE-307',
      rows: [6],
      notApplicable: anyOf(mustBeInLab, needsMechanism('PLAIN')),
      ask: guessInOneSession,
    },
    {
      id: 'attacks/guessing-is-limited-by-address',
      title:
        'slows down a client that fails to log in again and again, though it connects anew each time, or shuts it out',
      level: 'may',
      reference: 'Postfix smtpd_client_auth_rate_limit, anvil(8); CWE-307',
      rows: [6],
      notApplicable: anyOf(mustBeInLab, needsMechanism('PLAIN')),
      ask: guessInManySessions,
    },
    {
      id: 'attacks/guessing-locks-nobody-out',
      title: 'lets in from elsewhere the user at whose password was guessed',
      level: 'may',
      reference: 'CWE-645; RFC 4954 section 9',
      rows: [6],
      notApplicable: anyOf(mustBeInLab, needsMechanism('PLAIN')),
      ask: logInAfterGuesses,
    },
  ];
}

// Some servers let each of them wait for a second.
const pairs = 10;
/** Once in a thousand runs chance looks like this; and what is less than this nobody measures over a network. */
const mostChance = 0.001;
const leastMs = 2;

/** A known and an unknown user by turns, so that a machine that is busy now and then is so to both. */
async function compareTimes(probe: Probe): Promise<readonly Finding[]> {
  const { user } = guessedUser(probe.facts);
  const works = await rightPasswordGetsIn(probe);
  const times = { known: [] as number[], unknown: [] as number[] };
  const answers: Answer[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    for (const who of pair % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const session = await guesserSession(probe, 'times');
      const { answer, ms } = await guess(session, probe, who === 'known' ? user : 'nobody-of-that-name');
      await session[Symbol.asyncDispose]();
      if (isShutOut(answer))
        throw new NotApplicable(`it shuts out who guesses before there is enough to compare: ${inWords(answer)}`);
      times[who].push(ms);
      answers.push(answer);
    }
  }
  const { medians, chance } = rankSum(times.known, times.unknown);
  const [known, unknown] = medians.map((ms) => ms.toFixed(1));
  const words = `${known} ms against ${unknown} ms, medians of ${pairs} each; by chance with a probability of ${chance.toExponential(1)}`;
  probe.note(`a known user against an unknown one: ${words}`);
  const apart = Math.abs((medians[0] ?? 0) - (medians[1] ?? 0));
  const strange = answers.find((answer) => answer.kind !== 'reply' || isOfClass(answer, 2));
  return [
    works,
    control(expectThat(strange === undefined, 'each of them refused', strange ? inWords(strange) : '')),
    expectThat(chance > mostChance || apart < leastMs, 'no difference in time between known and unknown users', words),
  ];
}

/** More than Postfix takes before it is slow, and less than it takes at all. */
const mostGuesses = 12;
const slowMs = 800;

async function guessInOneSession(probe: Probe): Promise<readonly Finding[]> {
  const { works, limit } = await sessionOfGuesses(probe);
  return [works, limit];
}

/** Whoever can lock a user out by guessing need not guess right to do harm. */
async function logInAfterGuesses(probe: Probe): Promise<readonly Finding[]> {
  const { before } = await sessionOfGuesses(probe);
  return [
    control(expectReply('AUTH PLAIN before the guesses', before, ...probe.facts.replies.loginAccepted)),
    expectReply(
      'AUTH PLAIN after them, from elsewhere',
      await logInGuessed(probe),
      ...probe.facts.replies.loginAccepted,
    ),
  ];
}

/** Once for both that ask about it. */
function sessionOfGuesses(probe: Probe): ReturnType<typeof guessOnce> {
  const known = sessions.get(probe.target) ?? guessOnce(probe);
  sessions.set(probe.target, known);
  return known;
}

const sessions = new WeakMap<Target, ReturnType<typeof guessOnce>>();

async function guessOnce(probe: Probe) {
  const works = await rightPasswordGetsIn(probe);
  const before = await logInGuessed(probe);
  const session = await guesserSession(probe, 'session');
  return { works, before, limit: await guessAgain(probe, async () => session) };
}

async function logInGuessed(probe: Probe): Promise<Answer> {
  const session = await probe.tryToOpen(loginRoute(probe.facts, { mechanism: 'PLAIN' }));
  return session.extensions ? session.authenticate(plain(guessedUser(probe.facts))) : session.opened;
}

async function guessInManySessions(probe: Probe): Promise<readonly Finding[]> {
  return [await rightPasswordGetsIn(probe), await guessAgain(probe, () => guesserSession(probe, 'address'))];
}

/** Until the server gives another answer or ends the session; or to the end, where the last answers may be late. */
async function guessAgain(probe: Probe, sessionFor: () => Promise<WireSession>): Promise<Finding> {
  const times: number[] = [];
  for (let number = 1; number <= mostGuesses; number++) {
    const session = await sessionFor();
    const { answer, ms } = await guess(session, probe, guessedUser(probe.facts).user);
    times.push(ms);
    if (hasCode(answer, 535)) continue;
    probe.note(`guess ${number}: ${inWords(answer)}`);
    return expectThat(true, 'a limit', inWords(answer));
  }
  probe.note(`answers after ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  // One alone may be late because the machine is busy.
  const isSlow = times.slice(-2).every((ms) => ms >= slowMs);
  return expectThat(isSlow, `a limit to ${mostGuesses} guesses`, `${mostGuesses} answers of 535, none of them late`);
}

/** The connection is ended, or puts off whoever comes; a login that is wrong is refused otherwise. */
function isShutOut(answer: Answer): boolean {
  return answer.kind === 'closed' || hasCode(answer, 421) || hasCode(answer, 450);
}

async function guess(session: WireSession, { facts }: Probe, user: string) {
  const since = performance.now();
  const answer = session.extensions
    ? await session.authenticate(plain({ ...facts.user, user, password: 'a-guess-of-no-use' }))
    : session.opened;
  return { answer, ms: performance.now() - since };
}
