import { catalogue, idsAsked } from '../../../../helpers/cli/verify/catalogue';
import { durations, usualMs } from '../../../../helpers/cli/verify/durations';
import { ofShard, shard } from '../../../../helpers/cli/verify/shard';

const ids = idsAsked(catalogue.suites, []);

describe.each([2, 3, 5, 8])('of %d shards', (count) => {
  const shards = Array.from({ length: count }, (_, index) => ofShard(ids, { index: index + 1, count }));

  test('every check is in exactly one', () => {
    expect(shards.flat().sort()).toEqual([...ids].sort());
  });

  test('all take about as long', () => {
    const ms = shards.map((own) => own.reduce((sum, id) => sum + (durations[id] ?? usualMs), 0));

    expect(Math.max(...ms) - Math.min(...ms)).toBeLessThanOrEqual(Math.max(usualMs, 1000));
  });
});

test('shards do not depend on the order in which checks are listed', () => {
  const [own, turned] = [ids, [...ids].reverse()].map((listed) => ofShard(listed, { index: 2, count: 3 }));

  expect([...(turned ?? [])].sort()).toEqual([...(own ?? [])].sort());
});

test('durations are of checks that there are', () => {
  expect(Object.keys(durations).filter((id) => !ids.includes(id))).toEqual([]);
});

test.each(['0/2', '3/2', '2', 'a/b', '1/0'])('%s is no shard', (text) => {
  expect(() => shard(text)).toThrow('is no shard');
});
