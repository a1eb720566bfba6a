import type { CheckResult, FoundCause, ResultFile } from '../../helpers/model/result';
import { howtoRows } from '../result/howto-rows';
import { summarise } from '../result/summary';
import { undecided } from '../run/assemble-result';

/** In which order things stand. */
export interface MergeOrder {
  /** Of the checks; those that it does not know are last. */
  readonly ids: readonly string[];
  /** The checks that show a failure mode best, the best first. */
  readonly noticedBy: (failureMode: string) => readonly string[];
}

/**
 * The results of each target as one: what one run would have come to that asked all of it, but for times. A check that several
 * runs asked comes to its worst verdict.
 */
export function mergeResults(results: readonly ResultFile[], order: MergeOrder): readonly ResultFile[] {
  const targets = new Map<string, ResultFile[]>();
  for (const result of results) {
    const key = JSON.stringify([result.target.name, result.target.image]);
    targets.set(key, [...(targets.get(key) ?? []), result]);
  }
  return [...targets.values()].map((ofTarget) => mergeOfTarget(ofTarget, order));
}

function mergeOfTarget(results: readonly ResultFile[], order: MergeOrder): ResultFile {
  // However they were named on the command line, the merge is the same.
  const [first, ...others] = [...results].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  if (first === undefined) throw new TypeError('there is nothing to merge');
  const all = [first, ...others];
  const checks = [...inOrder(worstOfEach(all), order.ids), ...missingShards(all)];
  const ends = all.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs);
  const { shard, ...whole } = first;
  const dnsQuestions = [...new Set(all.flatMap(({ target }) => target.dnsQuestions ?? []))].sort();
  return {
    ...whole,
    target: { ...first.target, ...(dnsQuestions.length > 0 && { dnsQuestions }) },
    durationMs: Math.max(...ends) - Date.parse(first.startedAt),
    summary: summarise(checks),
    checks,
    howto: howtoRows(checks),
    failureModes: mergeCauses(
      all.flatMap(({ failureModes }) => failureModes),
      checks,
      order,
    ),
  };
}

const fromWorst = ['failed', 'could-not-tell', 'accepted', 'held', 'not-applicable'] as const;

function worstOfEach(results: readonly ResultFile[]): readonly CheckResult[] {
  const found = new Map<string, CheckResult>();
  for (const check of results.flatMap(({ checks }) => checks)) {
    const known = found.get(check.id);
    const isWorse = known && fromWorst.indexOf(check.verdict) < fromWorst.indexOf(known.verdict);
    if (known === undefined || isWorse) found.set(check.id, check);
  }
  return [...found.values()];
}

function inOrder(checks: readonly CheckResult[], ids: readonly string[]): readonly CheckResult[] {
  const places = new Map(ids.map((id, index) => [id, index]));
  const place = ({ id }: CheckResult) => places.get(id) ?? ids.length;
  return [...checks].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** A shard whose result is not there leaves its checks without an answer, and nobody else would say so. */
function missingShards(results: readonly ResultFile[]): readonly CheckResult[] {
  const counts = new Set(results.flatMap(({ shard }) => (shard ? [shard.count] : [])));
  const present = new Set(results.flatMap(({ shard }) => (shard ? [`${shard.index}/${shard.count}`] : [])));
  return [...counts]
    .flatMap((count) => Array.from({ length: count }, (_, index) => `${index + 1}/${count}`))
    .filter((name) => !present.has(name))
    .map((name) =>
      undecided(
        {
          id: `harness/shard-${name.replace('/', '-of-')}`,
          suite: 'harness',
          title: `Shard ${name} has a result`,
          durationMs: 0,
        },
        `the result of shard ${name} was not given: what it asked is not known`,
      ),
    );
}

/** The surest first, of those the one that explains most, as in one run; and of its checks first those that show it best. */
function mergeCauses(
  causes: readonly FoundCause[],
  checks: readonly CheckResult[],
  { noticedBy }: MergeOrder,
): readonly FoundCause[] {
  const merged = new Map<string, FoundCause>();
  for (const cause of [...causes].sort((a, b) => sureness(a) - sureness(b))) {
    const known = merged.get(cause.id);
    merged.set(cause.id, { ...(known ?? cause), explains: [...(known?.explains ?? []), ...cause.explains] });
  }
  return [...merged.values()]
    .map((cause) => {
      const best = noticedBy(cause.id).filter((id) => cause.explains.includes(id));
      const all = checks.map(({ id }) => id).filter((id) => cause.explains.includes(id));
      return { ...cause, explains: [...new Set([...best, ...all])] };
    })
    .sort((a, b) => sureness(a) - sureness(b) || b.explains.length - a.explains.length);
}

function sureness({ confidence }: FoundCause): number {
  return ['certain', 'likely', 'possible'].indexOf(confidence);
}
