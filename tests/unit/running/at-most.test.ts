import { atMost } from '../../../helpers/running/at-most';

test('the work is begun in order, never more of it than the limit, and its results have the order of the items', async () => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const all = atMost(2, [1, 2, 3], (item) => {
    begun.push(item);
    return new Promise<string>((resolve) => ends.push(() => resolve(`did ${item}`)));
  });
  expect(begun).toEqual([1, 2]);

  ends[1]?.();
  await new Promise(setImmediate);
  expect(begun).toEqual([1, 2, 3]);

  ends[0]?.();
  ends[2]?.();
  expect(await all).toEqual(['did 1', 'did 2', 'did 3']);
});

test('what goes wrong with one is what goes wrong with all', async () => {
  await expect(atMost(2, [1], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('no work is done at once', async () => {
  expect(await atMost(2, [], () => Promise.reject(new Error('no')))).toEqual([]);
});
