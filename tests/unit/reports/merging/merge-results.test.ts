import type { ResultFile } from '../../../../helpers/model/result';
import { mergeResults as mergeInOrder } from '../../../../reports/merging/merge-results';
import { mergedMatrix } from '../../../../reports/merging/merged-matrix';
import { exitStatus } from '../../../../reports/result/summary';
import { causeOf, check, resultOf } from '../samples';

const ids = ['a', 'b', 'c', 'd'].map((name) => `open-relay/${name}`);
const checks = ids.map((id, index) => check(index === 2 ? 'failed' : 'held', { id }));
const mergeResults = (results: readonly ResultFile[], of: readonly string[]) =>
  mergeInOrder(results, { ids: of, noticedBy: () => [] });
const whole = resultOf(checks, { failureModes: [causeOf(['open-relay/c'])] });

function shard(index: number, of: readonly number[], changes = {}) {
  const own = of.flatMap((place) => checks[place] ?? []);
  return resultOf(own, { shard: { index, count: 2 }, ...changes });
}

const shards = [shard(1, [0, 3]), shard(2, [1, 2], { failureModes: [causeOf(['open-relay/c'])] })];

describe('the merge of all shards', () => {
  test('is the run in one piece', () => {
    expect(mergeResults(shards, ids)).toEqual([whole]);
  });

  test('is the same in whichever order they are given', () => {
    expect(mergeResults([...shards].reverse(), ids)).toEqual([whole]);
  });

  test('takes as long as from the first start to the last end', () => {
    const later = shard(2, [1, 2], { startedAt: '2026-08-21T10:01:00.000Z', durationMs: 5000 });

    expect(mergeResults([shards[0] ?? later, later], ids)[0]).toMatchObject({ durationMs: 65_000 });
  });
});

test('causes stand as in one run: the surest first, of those the one that explains most, with the check that shows it best', () => {
  const cause = (id: string, explains: readonly string[], confidence: 'certain' | 'likely' = 'certain') =>
    causeOf(
      explains.map((name) => `open-relay/${name}`),
      { id, confidence },
    );
  const [merged] = mergeInOrder(
    [
      shard(1, [0, 3], {
        failureModes: [cause('few', ['d']), cause('doubtful', ['a', 'd'], 'likely'), cause('many', ['d'])],
      }),
      shard(2, [1, 2], { failureModes: [cause('many', ['b', 'c'])] }),
    ],
    { ids, noticedBy: (mode) => (mode === 'many' ? ['open-relay/c', 'open-relay/a'] : []) },
  );

  expect(merged?.failureModes.map(({ id, explains }) => [id, explains.join()])).toEqual([
    ['many', 'open-relay/c,open-relay/b,open-relay/d'],
    ['few', 'open-relay/d'],
    ['doubtful', 'open-relay/a,open-relay/d'],
  ]);
});

test('a shard that is missing could not tell', () => {
  const [merged] = mergeResults([shard(1, [0, 3])], ids);

  expect(merged?.checks.at(-1)).toMatchObject({ id: 'harness/shard-2-of-2', verdict: 'could-not-tell' });
  expect(merged && exitStatus(merged)).toBe(2);
});

test('what two machines came to differently is the worse of both', () => {
  const machines = ['held', 'failed'].map((verdict) =>
    resultOf([check(verdict as 'held' | 'failed', { id: 'open-relay/a' })]),
  );

  expect(mergeResults(machines, ids)[0]?.summary).toMatchObject({ held: 0, failed: 1 });
});

test('images stay apart', () => {
  const other = resultOf(checks, { target: { ...whole.target, image: 'harness/other:1' } });

  expect(mergeResults([whole, other], ids)).toHaveLength(2);
});

test('what each shard asked the DNS is what the run asked', () => {
  const asking = (...dnsQuestions: string[]) => ({ target: { ...whole.target, dnsQuestions } });
  const [merged] = mergeResults(
    [shard(1, [0, 3], asking('A b: x', 'A c: x')), shard(2, [1, 2], asking('A a: x', 'A b: x'))],
    ids,
  );

  expect(merged?.target.dnsQuestions).toEqual(['A a: x', 'A b: x', 'A c: x']);
});

describe('several targets side by side', () => {
  const named = (name: string, image: string, changes = {}) =>
    resultOf(checks, { target: { ...whole.target, name, image }, ...changes });

  test('are told apart by their image where they have one name', () => {
    const { servers } = mergedMatrix([named('mail', 'mail:7'), named('mail', 'mail:8'), named('debian12', 'x:1')]);

    expect(servers.map(({ name }) => name)).toEqual(['mail (mail:7)', 'mail (mail:8)', 'debian12']);
  });

  test('took from the first start to the last end', () => {
    const later = named('b', 'b:1', { startedAt: '2026-08-21T10:01:00.000Z', durationMs: 5000 });

    expect(mergedMatrix([later, named('a', 'a:1')])).toMatchObject({
      startedAt: '2026-08-21T10:00:00.000Z',
      durationMs: 65_000,
    });
  });
});
