import type { CheckResult } from '../../../../helpers/model/result';
import { howtoSection, rowStanding } from '../../../../reports/terminal/howto-section';
import { painter } from '../../../../reports/terminal/paint';
import { check, resultOf } from '../samples';

const three = { number: 3, title: 'smtpd_sasl_auth_enable = yes' };
const ten = { number: 10, title: 'smtpd_recipient_restrictions' };
const section = (checks: readonly CheckResult[], width = 100) => howtoSection(resultOf(checks), painter(false), width);

describe('the section of the how-to', () => {
  test('says for each row how many of its checks held, and names those that did not', () => {
    expect(section([check('held', { rows: [three, ten] }), check('failed', { rows: [ten] })])).toBe(`\
The how-to, row by row
  ✓  3  smtpd_sasl_auth_enable = yes · 1 of 1 check held
  ✗ 10  smtpd_recipient_restrictions · 1 of 2 checks held: open-relay/failed failed`);
  });

  test('keeps within the width', () => {
    expect(section([check('failed', { rows: [ten] })], 50)).toBe(`\
The how-to, row by row
  ✗ 10  smtpd_recipient_restrictions · 0 of 1
        check held: open-relay/failed failed`);
  });

  test('is not there where no check has rows', () => {
    expect(section([check('held')])).toBe('');
  });
});

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
