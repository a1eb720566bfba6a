import { failureMessage } from '../../reports/run/failure-message';
import type { Check } from '../checks/check';
import { type CheckResult, noServer, type TargetSummary } from '../model/result';
import type { RunningServer } from '../model/running-server';
import type { PreparedTarget } from '../targets/prepare-target';
import { nameOf } from '../targets/start-running';

/** What is left of a check where no server came about: why is told once, by `notStarted`. */
export function unasked({ id, title, level, reference }: Check): CheckResult {
  return {
    id,
    suite: id.split('/')[0] ?? id,
    title,
    level,
    reference,
    rows: [],
    verdict: 'not-applicable',
    reason: noServer,
    durationMs: 0,
    evidence: nothingSeen,
  };
}

/** Why no server came about. */
export function notStarted(error: unknown): CheckResult {
  return {
    id: 'harness/start',
    suite: 'harness',
    title: 'There is a server to be asked',
    level: 'must',
    reference: '',
    rows: [],
    verdict: 'could-not-tell',
    reason: failureMessage(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    durationMs: 0,
    evidence: nothingSeen,
  };
}

const nothingSeen = { transcripts: [], logLines: [], relayed: [], dnsQueries: [], notes: [] };

/** All that can be said of a server that did not answer. */
export function unseen(running: RunningServer | undefined, prepared: () => PreparedTarget): TargetSummary {
  const unknown = { image: '', mta: 'a mail server', versions: {}, hostname: '', notice: undefined };
  if (running) return { ...unknown, name: nameOf(running), hostname: running.host };
  const { server, serverImage, profile } = prepared();
  return { ...unknown, name: profile?.name ?? server.name, image: serverImage };
}
