import type { CheckResult } from '../../../../helpers/model/result';
import { howtoSection } from '../../../../reports/terminal/howto-section';
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
