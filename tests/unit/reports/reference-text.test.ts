import { referenceText } from '../../../reports/reference-text';

const three = { number: 3, title: 'smtpd_sasl_auth_enable = yes' };
const ten = { number: 10, title: 'smtpd_recipient_restrictions' };

test.each([
  ['how-to rows 3, 10; RFC 4954 section 4', [three, ten], 'RFC 4954 section 4'],
  ['how-to row 3', [three], ''],
  ['RFC 5321', [], 'RFC 5321'],
  ['', [], ''],
])('where it is written reads "%s"', (text, rows, reference) => {
  expect(referenceText({ rows, reference })).toBe(text);
});
