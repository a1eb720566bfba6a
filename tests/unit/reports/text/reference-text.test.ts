import { referenceText } from '../../../../reports/text/reference-text';

test.each([
  ['how-to rows 3, 10; RFC 4954 section 4', [3, 10], 'RFC 4954 section 4'],
  ['how-to row 3', [3], ''],
  ['RFC 5321', [], 'RFC 5321'],
  ['', [], ''],
])('where it is written reads "%s"', (text, rows, reference) => {
  expect(referenceText(rows, reference)).toBe(text);
});
