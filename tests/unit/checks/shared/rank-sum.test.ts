import { rankSum } from '../../../../helpers/checks/shared/rank-sum';

// The same approximation with the error function of Python's math module.
test.each([
  ['the same values', [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8], 1],
  ['values apart', [1, 2, 3, 4, 5, 6, 7, 8], [11, 12, 13, 14, 15, 16, 17, 18], 0.000939],
  ['values that overlap', [1, 3, 5, 7, 9, 11, 13, 15], [4, 6, 8, 10, 12, 14, 16, 18], 0.270149],
])('tells by chance: %s', (_words, first, second, chance) => {
  expect(rankSum(first, second).chance).toBeCloseTo(chance, 4);
  expect(rankSum(second, first).chance).toBeCloseTo(chance, 4);
});

test('has the medians of both', () => {
  expect(rankSum([5, 1, 3], [4, 2, 8, 6]).medians).toEqual([3, 5]);
});

test('one value that is far off is nothing', () => {
  const usual = [5.1, 5.3, 5.2, 5.4, 5.0, 5.6, 5.5, 5.7];

  expect(rankSum(usual, [...usual.slice(1), 900]).chance).toBeGreaterThan(0.1);
});
