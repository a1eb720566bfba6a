import { noServer } from '../../../../helpers/model/result';
import { sumText, withoutServer } from '../../../../reports/result/asked';
import { check, resultOf } from '../samples';

const unasked = check('not-applicable', { reason: noServer });
const start = check('could-not-tell', { id: 'harness/start', suite: 'harness' });

test.each([
  ['2 held (12.3 s)', [check('held'), check('held')]],
  [
    '1 held, 2 not applicable; asked 1 of 3 (12.3 s)',
    [check('held'), check('not-applicable'), check('not-applicable')],
  ],
  ['asked 0 of 2 (12.3 s)', [unasked, unasked, start]],
])('%s', (sum, checks) => {
  expect(sumText(resultOf(checks))).toBe(sum);
});

test.each([
  ['where all was left for want of one', true, [unasked, unasked, start]],
  ['while one check was asked', false, [unasked, check('held')]],
  ['where no check was chosen', false, []],
])('there was no server: %s: %s', (_, isSo, checks) => {
  expect(withoutServer(checks)).toBe(isSo);
});
