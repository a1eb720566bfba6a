import type { CheckResult } from '../../../helpers/model/result';
import { exitStatus, summarise, summaryText } from '../../../reports/summary';
import { check } from './samples';

type Verdict = CheckResult['verdict'];
function summaryOf(verdicts: readonly Verdict[]) {
  return summarise(verdicts.map((verdict) => check(verdict)));
}

test('the summary counts each verdict', () => {
  const skipped = Array<Verdict>(3).fill('not-applicable');

  expect(summaryOf(['held', 'held', 'failed', ...skipped, 'could-not-tell', 'could-not-tell', 'held', 'held'])).toEqual(
    {
      held: 4,
      failed: 1,
      notApplicable: 3,
      couldNotTell: 2,
    },
  );
});

describe('the exit status', () => {
  const cases: readonly [string, 0 | 1 | 2, readonly Verdict[]][] = [
    ['is 0 if all held', 0, ['held', 'held']],
    ['is 0 if some did not apply', 0, ['held', 'not-applicable']],
    ['is 1 if one failed', 1, ['held', 'failed']],
    ['is 2 if one could not be told', 2, ['held', 'could-not-tell']],
    ['is 1 if one failed, whatever could not be told', 1, ['failed', 'could-not-tell']],
    ['is 2 if nothing ran', 2, []],
    ['is 2 if nothing applied, since that proves nothing', 2, ['not-applicable']],
  ];

  test.each(cases)('%s', (_, status, verdicts) => {
    expect(exitStatus(summaryOf(verdicts))).toBe(status);
  });
});

describe('the summary in words', () => {
  test('names what there is', () => {
    expect(summaryText(summaryOf(['held', 'failed', 'not-applicable', 'could-not-tell']))).toBe(
      '1 held, 1 failed, 1 not applicable, 1 could not tell',
    );
    expect(summaryText(summaryOf(['held', 'held']))).toBe('2 held');
  });

  test('says so if there is nothing', () => {
    expect(summaryText(summaryOf([]))).toBe('no check ran');
  });
});
