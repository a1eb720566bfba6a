import type { Check } from '../checks/check';
import type { CheckResult, TargetSummary } from '../model/result';
import type { RunningServer } from '../model/running-server';
import { nameOf } from '../targets/start-running';

/** What is left of a check where no server came about: why is told once, by the check that was to be the first. */
export function unasked({ id, title, level, reference }: Check): CheckResult {
  return {
    id,
    suite: id.split('/')[0] ?? id,
    title,
    level,
    reference,
    rows: [],
    verdict: 'not-applicable',
    reason: 'there is no server to be asked: see above',
    durationMs: 0,
    evidence: { transcripts: [], logLines: [], relayed: [], dnsQueries: [], notes: [] },
  };
}

/** All that can be said of a running server that did not answer. */
export function unseen(running: RunningServer): TargetSummary {
  const { host } = running;
  return { name: nameOf(running), image: '', mta: 'a mail server', versions: {}, hostname: host, notice: undefined };
}
