import { checksOfRow, howtoRows } from '../../../../reports/result/howto-rows';
import { check } from '../samples';

const three = { number: 3, title: 'smtpd_sasl_auth_enable = yes' };
const ten = { number: 10, title: 'smtpd_recipient_restrictions' };

describe('the rows of the how-to', () => {
  test('are in the order of their numbers, each with its checks', () => {
    const checks = [
      check('held', { id: 'a/1', rows: [ten] }),
      check('held', { id: 'a/2', rows: [three, ten] }),
      check('held', { id: 'a/3' }),
    ];

    expect(howtoRows(checks)).toEqual([
      { ...three, verdict: 'held', checks: ['a/2'] },
      { ...ten, verdict: 'held', checks: ['a/1', 'a/2'] },
    ]);
  });

  test.each([
    ['failed', ['held', 'could-not-tell', 'failed']],
    ['could-not-tell', ['held', 'could-not-tell', 'not-applicable']],
    ['accepted', ['held', 'accepted', 'not-applicable']],
    ['held', ['not-applicable', 'held']],
    ['not-applicable', ['not-applicable', 'not-applicable']],
  ] as const)('are %s where that is the worst of their checks', (verdict, verdicts) => {
    const [row] = howtoRows(verdicts.map((each) => check(each, { rows: [three] })));

    expect(row?.verdict).toBe(verdict);
  });

  test('are none where no check is about the how-to', () => {
    expect(howtoRows([check('held')])).toEqual([]);
  });

  test('lead back to their checks', () => {
    const checks = [check('held', { id: 'a/1' }), check('held', { id: 'a/2', rows: [three] })];

    expect(howtoRows(checks).map((row) => checksOfRow(row, checks))).toEqual([[checks[1]]]);
  });
});
