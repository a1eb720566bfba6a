import type { Finding, Verdict } from '../model/verdict';
import { inRange } from '../postfix/version';
import type { Probe } from '../sessions/probe';
import type { Target } from '../targets/target';
import type { Check, KnownDeviation } from './check';

/**
 * What is not as expected, in the light of the check's level: a must fails, a should warns, a may is told. What a server of this
 * kind is known to do is told too.
 */
export async function byLevel(
  verdict: Verdict,
  findings: readonly Finding[],
  { check, probe }: { readonly check: Check; readonly probe: Pick<Probe, 'target' | 'heldBack'> },
): Promise<Verdict> {
  if (verdict.kind !== 'failed') return verdict;
  const { reason } = verdict;
  const wrong = findings.filter(({ ok }) => !ok);
  const known = check.deviations && (await knownOf(probe.target, check.deviations, wrong));
  if (known) return { kind: 'held', reason: `${known}\n${reason}` };
  // Who is slow may still say what is right; and where the connection ended, what it would have said is not known.
  if (wrong.every(({ saw }) => silence.test(saw)) && !probe.heldBack) return { kind: 'could-not-tell', reason };
  if (check.level !== 'must' && wrong.some(({ saw }) => noReply.test(saw))) return { kind: 'could-not-tell', reason };
  switch (check.level) {
    case 'must':
      return verdict;
    case 'should':
      return { kind: 'held', warning: `should be, and is not: ${check.title}`, reason };
    case 'may':
      return { kind: 'held', reason };
  }
}

const silence = /^silence for /;
const noReply = /^(end of file|connection (reset|refused)|silence|TLS failure) (after|for) /;

async function knownOf(target: Target, deviations: readonly KnownDeviation[], wrong: readonly Finding[]) {
  const { configuration } = target.facts;
  const { mta, versions } = await target.summary();
  const version = versions[mta.toLowerCase()];
  const known = deviations.find(
    (one) =>
      (one.configuration ?? configuration) === configuration &&
      one.mta === mta &&
      inRange(version, one.versions ?? {}) &&
      wrong.every(({ saw }) => one.saw.test(saw)),
  );
  return known && `known of ${mta}: ${known.why} (${known.source}; seen in ${known.seenIn.join(', ')})`;
}
