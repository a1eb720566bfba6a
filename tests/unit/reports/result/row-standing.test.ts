import type { CheckResult } from '../../../../helpers/model/result';
import { rowStanding } from '../../../../reports/result/row-standing';
import { check } from '../samples';

describe('the standing of a row', () => {
  const many = (verdict: CheckResult['verdict'], count: number) =>
    Array.from({ length: count }, (_, index) => check(verdict, { id: `a/${index + 1}` }));

  test.each<[string, readonly CheckResult[]]>([
    ['2 of 2 checks held', many('held', 2)],
    ['2 of 3 checks held: open-relay/could-not-tell could not tell', [...many('held', 2), check('could-not-tell')]],
    [
      '0 of 2 checks held: a/1 failed; open-relay/could-not-tell could not tell',
      [...many('failed', 1), check('could-not-tell')],
    ],
    ['0 of 6 checks held: a/1, a/2, a/3, a/4 and 2 more failed', many('failed', 6)],
    ['1 of 1 check held; 2 not applicable', [...many('held', 1), ...many('not-applicable', 2)]],
    ['1 of 2 checks held: open-relay/accepted accepted', [...many('held', 1), check('accepted')]],
    ['no check applies', many('not-applicable', 2)],
  ])('is %s', (text, checks) => {
    expect(rowStanding(checks)).toBe(text);
  });
});
