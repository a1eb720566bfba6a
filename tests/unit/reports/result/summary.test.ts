import type { CheckResult } from '../../../../helpers/model/result';
import { endStatus, exitStatus, summarise, summaryText } from '../../../../reports/result/summary';
import { check, resultOf } from '../samples';

type Verdict = CheckResult['verdict'];
function summaryOf(verdicts: readonly Verdict[]) {
  return summarise(verdicts.map((verdict) => check(verdict)));
}

test('the summary counts each verdict', () => {
  const many = (number: number, verdict: Verdict) => Array<Verdict>(number).fill(verdict);
  const verdicts = [
    ...many(4, 'held'),
    ...many(1, 'failed'),
    ...many(5, 'accepted'),
    ...many(3, 'not-applicable'),
    ...many(2, 'could-not-tell'),
  ];

  expect(summaryOf(verdicts)).toEqual({ held: 4, failed: 1, accepted: 5, notApplicable: 3, couldNotTell: 2 });
});

describe('the exit status', () => {
  const cases: readonly [string, 0 | 1 | 2, readonly Verdict[]][] = [
    ['is 0 if all held', 0, ['held', 'held']],
    ['is 0 if some did not apply', 0, ['held', 'not-applicable']],
    ['is 0 if what failed is accepted', 0, ['held', 'accepted']],
    ['is 1 if one failed', 1, ['held', 'failed']],
    ['is 2 if one could not be told', 2, ['held', 'could-not-tell']],
    ['is 1 if one failed, whatever could not be told', 1, ['failed', 'could-not-tell']],
    ['is 2 if nothing ran', 2, []],
    ['is 2 if nothing applied, since that proves nothing', 2, ['not-applicable']],
    ['is 2 if nothing held, even if that is accepted', 2, ['accepted']],
  ];

  test.each(cases)('%s', (_, status, verdicts) => {
    expect(exitStatus(resultOf(verdicts.map((verdict) => check(verdict))))).toBe(status);
  });

  test('is 2 if nobody could ask whether it is an open relay, whatever else held', () => {
    const others = check('held', { id: 'announcement/one', suite: 'announcement' });

    expect(exitStatus(resultOf([others, check('not-applicable')]))).toBe(2);
    expect(exitStatus(resultOf([others]))).toBe(0);
  });
});

describe('the status with which verify ends', () => {
  const warned = check('failed', { warning: 'should be, and is not: x' });

  test.each([
    ['is 3 if all that failed are warnings that --strict takes for failures', 3, [check('held'), warned]],
    ['is 1 if something else failed too', 1, [warned, check('failed')]],
    ['is 1 if something else could not be told', 1, [warned, check('could-not-tell')]],
    ['is that of the result if nothing failed', 0, [check('held', { warning: 'should be, and is not: x' })]],
  ])('%s', (_, status, checks) => {
    expect(endStatus(resultOf(checks))).toBe(status);
  });
});

describe('the summary in words', () => {
  test('names what there is', () => {
    expect(summaryText(summaryOf(['held', 'failed', 'accepted', 'not-applicable', 'could-not-tell']))).toBe(
      '1 held, 1 failed, 1 accepted, 1 not applicable, 1 could not tell',
    );
    expect(summaryText(summaryOf(['held', 'held']))).toBe('2 held');
  });

  test('counts those that held with a warning', () => {
    const summary = summarise([check('held'), check('held', { warning: 'should be, and is not: x' })]);

    expect(summary).toMatchObject({ held: 2, warned: 1 });
    expect(summaryText(summary)).toBe('2 held, 1 of them with a warning');
  });

  test('says so if there is nothing', () => {
    expect(summaryText(summaryOf([]))).toBe('no check ran');
  });
});
