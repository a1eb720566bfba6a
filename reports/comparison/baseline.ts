import type { ResultFile, TargetSummary } from '../../helpers/model/result';
import type { VerdictKind } from '../../helpers/model/verdict';
import { type Behaviour, behaviourOf } from './behaviour';
import { normalise } from './normalise';

/** A run without all that differs from run to run: what later runs are compared with. */
export interface Baseline {
  readonly target: Pick<TargetSummary, 'name' | 'mta' | 'versions' | 'hostname'>;
  /** How long the server took to start; never in a file, since it is another figure each time. */
  readonly startMs?: number | undefined;
  /** What the server asked the DNS in the whole run, in whichever check. */
  readonly dns: readonly string[];
  readonly checks: ReadonlyMap<string, CheckBaseline>;
}

/** What a check came to, and what the server did. */
export interface CheckBaseline {
  readonly verdict: VerdictKind;
  readonly behaviour: Behaviour;
}

/** The baseline that a result makes. */
export function baselineOf({ target, checks }: Pick<ResultFile, 'target' | 'checks'>): Baseline {
  const { name, mta, versions, hostname, startMs, dnsQuestions = [] } = target;
  const sorted = [...checks].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    target: { name, mta, versions: sortedByKey(versions), hostname },
    ...(startMs !== undefined && { startMs }),
    dns: [...new Set(dnsQuestions.map(normalise))].sort(),
    checks: new Map(sorted.map((check) => [check.id, { verdict: check.verdict, behaviour: behaviourOf(check) }])),
  };
}

function sortedByKey<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
