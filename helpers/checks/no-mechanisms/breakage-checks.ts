import { isThrottled, messages, type NoMechanismsCause, noMechanismsCause } from '../../maillog/no-mechanisms';
import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { inWords } from '../../smtp/answers';
import type { Target } from '../../targets/target';
import type { Check } from '../check';
import { withLastWords } from '../shared/dead-server';
import { expectReply, expectThat, fromLog, unseen } from '../shared/findings';
import { mustHaveCyrusSasl } from '../shared/obstacles';
import { allFiltered, type Breakage, diesAtStart, onlyAnonymousLeft, plugInsMissing } from './breakage';
import { type Observation, observe, type PortAnswer } from './observe';
import { allFilteredLines, diesAtStartLines, firstMissing, noneInstalledLines } from './signs';

/** Each way to lose all mechanisms: what the server logs, what its clients meet, and what mends it. */
export function breakageChecks(): readonly Check[] {
  // Question by question rather than server by server: so all the servers are broken side by side.
  return questions().flatMap(({ name, title, applies = () => true, judge }) =>
    breakages()
      .filter(applies)
      .map((expected) => ({
        id: `no-mechanisms/${expected.breakage.name}-${name}`,
        title: `${title(expected)} when ${expected.breakage.words}`,
        level: 'must' as const,
        reference: 'Postfix SASL_README; service_throttle_time',
        rows: [17],
        notApplicable: mustHaveCyrusSasl,
        ask: async (probe: Probe) => {
          const seen = await observation(probe.target, expected.breakage);
          probe.addTranscripts(seen.transcripts);
          for (const line of seen.log) probe.note(line);
          return judge(seen, expected);
        },
      })),
  );
}

/** Breaks the servers in the background: the checks that want to see it come last, and find it done. */
export function beginToObserve(target: Target): void {
  if (mustHaveCyrusSasl(target.facts)) return;
  // What goes wrong is told by the checks that wait for it.
  for (const { breakage } of breakages()) observation(target, breakage).catch(() => {});
}

interface Expected {
  readonly breakage: Breakage;
  readonly cause: NoMechanismsCause;
  readonly lines: readonly RegExp[];
}

function breakages(): readonly Expected[] {
  return [
    { breakage: onlyAnonymousLeft, cause: 'all-filtered', lines: allFilteredLines },
    { breakage: plugInsMissing, cause: 'none-installed', lines: noneInstalledLines },
    { breakage: allFiltered, cause: 'all-filtered', lines: allFilteredLines },
    { breakage: diesAtStart, cause: 'dies-at-start', lines: diesAtStartLines },
  ];
}

interface Question {
  readonly name: string;
  readonly title: (expected: Expected) => string;
  readonly applies?: (expected: Expected) => boolean;
  readonly judge: (seen: Observation, expected: Expected) => readonly Finding[];
}

function questions(): readonly Question[] {
  return [
    {
      name: 'log',
      title: () => 'logs the known lines in their order',
      judge: ({ log }, { lines }) => [fromLog(log, expectLines(log, lines))],
    },
    {
      name: 'cause',
      title: ({ cause }) => `is recognised by its log as ${cause}`,
      judge: ({ log }, { cause }) => [fromLog(log, expectCause(log, cause))],
    },
    {
      name: 'first-client',
      title: ({ breakage }) => clientWords[breakage.firstClient],
      judge: ({ first, log }, { breakage }) => [
        ...first.map((one) => expectClient(one, breakage.firstClient)),
        unseen(expectDeath(log)),
        fromLog(log, expectAccepted(log, breakage.firstClient === 'dropped')),
      ],
    },
    {
      name: 'next-client',
      title: () => 'keeps the next client waiting in silence',
      judge: ({ next, log }) => [...next.map((one) => expectClient(one, 'waits')), unseen(expectDeath(log))],
    },
    {
      name: 'howto-repair',
      title: () => "is not mended by the how-to's repair",
      applies: ({ breakage }) => breakage.howtoRepairIsTried,
      judge: expectStillBroken,
    },
    {
      name: 'repair',
      title: () => 'lets users in again after the real repair and a restart',
      judge: ({ afterRepair: { answer, log } }) => [
        withLastWords(expectReply('AUTH PLAIN', answer, { code: 235, enhanced: '2.7.0' }), log),
      ],
    },
  ];
}

const clientWords = {
  dropped: 'drops the first client after about a second, without a greeting,',
  waits: 'gives the first client nothing at all',
} as const;

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

function expectClient({ port, answer }: PortAnswer, fate: Breakage['firstClient']): Finding {
  const expected = fate === 'dropped' ? 'end of file after about a second and no byte' : 'silence';
  return expectThat(
    fate === 'dropped' ? isDropped(answer) : isSilent(answer),
    `on ${port}: ${expected}`,
    inWords(answer),
  );
}

// Silence is also what comes of a server that hangs, or of none at all.
function expectDeath(log: readonly string[]): Finding {
  return expectThat(isThrottled(log), 'the log: master holds the service back', 'no such line');
}

// What tells silence from slowness: smtpd logs every connection that it accepts.
function expectAccepted(log: readonly string[], expected: boolean): Finding {
  const accepted = messages(log).some((message) => message.startsWith('connect from'));
  return expectThat(accepted === expected, `${expected ? 'a' : 'no'} line "connect from"`, accepted ? 'one' : 'none');
}

// msg_fatal sleeps a second before smtpd exits; on 465 the TLS handshake is what ends. A slow machine adds to it.
function isDropped(answer: Answer): boolean {
  return answer.kind === 'closed' && answer.how !== 'refused' && answer.afterMs > 500;
}

function isSilent(answer: Answer): boolean {
  return answer.kind === 'silence' && answer.partial === '';
}

// Whatever it was before: with mech_list out of the way, only ANONYMOUS is left, and that is filtered.
function expectStillBroken({ howtoRepair }: Observation): readonly Finding[] {
  if (!howtoRepair) return [];
  return [
    expectThat(howtoRepair.answer.kind !== 'reply', 'still no greeting on 587', inWords(howtoRepair.answer)),
    fromLog(howtoRepair.log, expectCause(howtoRepair.log, 'all-filtered')),
  ];
}
