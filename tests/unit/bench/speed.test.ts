import { measureRow, median } from '../../../bench/speed/measure';
import { readOptions } from '../../../bench/speed/options';
import { plot } from '../../../bench/speed/plot';
import type { Bench, Row } from '../../../bench/speed/row';
import { isReached, tableOf } from '../../../bench/speed/table';
import { timed } from '../../../bench/speed/timed';

const bench: Bench = { short: false, server: () => Promise.reject(new Error('no row here asks for a server')) };

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

test('the peer is measured in between, and who comes first changes from run to run', async () => {
  const { row, order } = rowOf([10, 20, 30], [20, 20, 20]);

  const measured = await measureRow(row, bench, 3, true);

  expect(order).toEqual(['ours', 'peer', 'peer', 'ours', 'ours', 'peer', 'closed']);
  expect(measured).toMatchObject({ median: 20, least: 10, most: 30, peer: { median: 20, ratio: 1 } });
});

test('without the peer a row is measured all the same, and has no ratio', async () => {
  const { row } = rowOf([10], [20]);

  expect(await measureRow(row, bench, 1, false)).toMatchObject({ median: 10, peer: undefined });
});

test.each([
  [{ kind: 'at most', value: 25 }, 20, undefined, true],
  [{ kind: 'at most', value: 25 }, 26, undefined, false],
  [{ kind: 'at most, of the peer', value: 1.2 }, 26, 1.3, false],
  [{ kind: 'at least, of the peer', value: 0.8 }, 26, 0.9, true],
  [{ kind: 'at least, of the peer', value: 0.8 }, 26, undefined, undefined],
  [{ kind: 'at most, of the other build', value: 0.45 }, 26, undefined, undefined],
] as const)('of the target %j, %d beside a ratio of %p says %p', (target, median, ratio, reached) => {
  const peer = ratio === undefined ? undefined : { name: 'peer', median, processorMs: undefined, ratio };

  expect(isReached({ target, median, peer })).toBe(reached);
});

test('the table says what was reached, and of a short run nothing', async () => {
  const { row } = rowOf([10], [20]);
  const measured = await measureRow(row, bench, 1, true);

  expect(tableOf([measured], { judged: true })).toContain('| at most 25.0 ms | yes     |');
  expect(tableOf([measured], { judged: false })).not.toContain('yes');
});

test('a program is timed with what it has started', async () => {
  const { clockMs, processorMs } = await timed([
    'bash',
    '-c',
    'for ((n = 0; n < 20000; n++)); do :; done; echo noise >&2',
  ]);

  expect(processorMs).toBeGreaterThan(0);
  expect(clockMs).toBeGreaterThan(0);
});

test('a program that fails is an error with what it said', async () => {
  await expect(timed(['bash', '-c', 'echo why >&2; exit 3'])).rejects.toThrow(/exit status 3\nwhy/);
});

test('a number of runs that is none is refused', () => {
  expect(() => readOptions(['--runs', '0'])).toThrow('--runs wants a number from 1 on');
});

test('a curve is drawn from the smallest step on', () => {
  const points = [1, 2].map((work) => ({ work, time: work, processorMs: work, clockMs: work }));

  expect(plot([{ title: 'checks', points }])).toMatch(/<polyline points="44.0,380.0 84.0,339.6" fill="none"/);
});

/** A row that comes to these figures, and the order in which they were asked for. */
function rowOf(ours: readonly number[], peers: readonly number[]) {
  const order: string[] = [];
  const take = (name: string, values: readonly number[]) => {
    const left = [...values];
    return async () => {
      order.push(name);
      return { value: left.shift() ?? Number.NaN };
    };
  };
  const row: Row = {
    name: 'row',
    title: 'what it measures',
    unit: 'ms',
    peer: 'peer',
    target: { kind: 'at most', value: 25 },
    open: async () => ({
      ours: take('ours', ours),
      peer: take('peer', peers),
      [Symbol.asyncDispose]: async () => void order.push('closed'),
    }),
  };
  return { row, order };
}
