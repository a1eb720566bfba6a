import { isBefore, isSince } from '../../../helpers/postfix/version';

test.each([
  ['2.10.1', '2.11', true],
  ['3.7.11', '3.7.8', false],
  ['3.6', '3.6', false],
  ['3.12-20260821', '3.12', false],
])('%s is before %s: %s', (version, other, expected) => {
  expect(isBefore(version, other)).toBe(expected);
});

test.each([
  ['3.5.21', false],
  ['3.5.22', true],
  ['3.6.1', false],
  ['3.8.0', false],
  ['3.9', true],
  ['3.11.7', true],
])('%s has what came with 3.5.22 and with 3.9: %s', (version, expected) => {
  expect(isSince(version, ['3.5.22', '3.9'])).toBe(expected);
});
