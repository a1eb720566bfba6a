import { messages, type NoMechanismsCause, noMechanismsCause } from '../../maillog/no-mechanisms';
import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import { inWords } from '../../smtp/answers';
import type { Target, TargetFacts } from '../../targets/target';
import type { Check } from '../check';
import { expectReply, expectThat } from '../findings';
import type { Probe } from '../probe';
import { allFiltered, type Breakage, diesAtStart, onlyAnonymousLeft, plugInsMissing } from './breakage';
import { type Observation, observe, type PortAnswer } from './observe';
import { allFilteredLines, diesAtStartLines, firstMissing, noneInstalledLines } from './signs';

/** Each way to lose all mechanisms: what the server logs, what its clients meet, and what mends it. */
export function breakageChecks(): readonly Check[] {
  return breakages().flatMap(checksOf);
}

interface Expected {
  readonly breakage: Breakage;
  readonly cause: NoMechanismsCause;
  readonly lines: readonly RegExp[];
  /** Whether the first client is dropped after a second, or is kept waiting from the start. */
  readonly firstClient: 'dropped' | 'waits';
  /** What becomes of the how-to's repair, where the how-to would have one try it. */
  readonly howtoRepair?: NoMechanismsCause;
}

function breakages(): readonly Expected[] {
  return [
    {
      breakage: onlyAnonymousLeft,
      cause: 'all-filtered',
      lines: allFilteredLines,
      firstClient: 'dropped',
      howtoRepair: 'all-filtered',
    },
    {
      breakage: plugInsMissing,
      cause: 'none-installed',
      lines: noneInstalledLines,
      firstClient: 'dropped',
      howtoRepair: 'all-filtered',
    },
    { breakage: allFiltered, cause: 'all-filtered', lines: allFilteredLines, firstClient: 'dropped' },
    { breakage: diesAtStart, cause: 'dies-at-start', lines: diesAtStartLines, firstClient: 'waits' },
  ];
}

function checksOf(expected: Expected): readonly Check[] {
  const { breakage, cause, lines, firstClient, howtoRepair } = expected;
  const check = (name: string, title: string, judge: (seen: Observation) => readonly Finding[]): Check => ({
    id: `no-mechanisms/${breakage.name}-${name}`,
    title: `${title} when ${breakage.words}`,
    level: 'must',
    reference: 'how-to row 17; Postfix SASL_README; service_throttle_time',
    notApplicable: mustBeOurs,
    ask: async (probe: Probe) => {
      const seen = await observation(probe.target, breakage);
      probe.addTranscripts(seen.transcripts);
      for (const line of seen.log) probe.note(line);
      return judge(seen);
    },
  });
  return [
    check('log', 'logs the known lines in their order', ({ log }) => [expectLines(log, lines)]),
    check('cause', `is recognised by its log as ${cause}`, ({ log }) => [expectCause(log, cause)]),
    check('first-client', clientWords[firstClient], ({ first }) => first.map((one) => expectClient(one, firstClient))),
    check('next-client', 'keeps the next client waiting in silence', ({ next }) =>
      next.map((one) => expectClient(one, 'waits')),
    ),
    ...(howtoRepair
      ? [check('howto-repair', "is not mended by the how-to's repair", (seen) => expectStillBroken(seen, howtoRepair))]
      : []),
    check('repair', 'lets users in again after the real repair and a restart', ({ afterRepair }) => [
      expectReply('AUTH PLAIN', afterRepair, { code: 235, enhanced: '2.7.0' }),
    ]),
  ];
}

const clientWords = {
  dropped: 'drops the first client after about a second, without a greeting,',
  waits: 'gives the first client nothing at all',
} as const;

function mustBeOurs({ mayBeBroken }: TargetFacts): string | undefined {
  return mayBeBroken ? undefined : 'only a reference server is broken on purpose';
}

// Breaking, watching and mending takes seconds: done once a target, judged by several checks.
const observations = new WeakMap<Target, Map<string, Promise<Observation>>>();

function observation(target: Target, breakage: Breakage): Promise<Observation> {
  const ofTarget = observations.get(target) ?? new Map<string, Promise<Observation>>();
  observations.set(target, ofTarget);
  const known = ofTarget.get(breakage.name) ?? observe(target, breakage);
  ofTarget.set(breakage.name, known);
  return known;
}

function expectLines(log: readonly string[], lines: readonly RegExp[]): Finding {
  const missing = firstMissing(messages(log), lines);
  return expectThat(missing === undefined, `${lines.join(', then ')}`, `no ${missing} in its place`);
}

function expectCause(log: readonly string[], cause: NoMechanismsCause): Finding {
  const named = noMechanismsCause(log);
  return expectThat(named === cause, cause, named ?? 'no such failure');
}

function expectClient({ port, answer }: PortAnswer, fate: Expected['firstClient']): Finding {
  const expected = fate === 'dropped' ? 'end of file after 0.5 to 2.5 s and no byte' : 'silence';
  return expectThat(
    fate === 'dropped' ? isDropped(answer) : isSilent(answer),
    `on ${port}: ${expected}`,
    inWords(answer),
  );
}

// msg_fatal sleeps a second before smtpd exits; on 465 the TLS handshake is what ends.
function isDropped(answer: Answer): boolean {
  return answer.kind === 'closed' && answer.how !== 'refused' && answer.afterMs > 500 && answer.afterMs < 2_500;
}

function isSilent(answer: Answer): boolean {
  return answer.kind === 'silence' && answer.partial === '';
}

function expectStillBroken(seen: Observation, cause: NoMechanismsCause): readonly Finding[] {
  const { afterHowtoRepair, logAfterHowtoRepair } = seen;
  return [
    expectThat(afterHowtoRepair.kind !== 'reply', 'still no greeting on 587', inWords(afterHowtoRepair)),
    expectCause(logAfterHowtoRepair, cause),
  ];
}
