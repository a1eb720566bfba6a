import { firstTime } from '../../../helpers/diagnosis/log/first-time';

const now = new Date('2026-11-25T12:00:00Z');

test.each([
  ['# a comment\nNov  5 10:00:00 mail postfix/smtpd[3]: x', '2026-11-05T10:00:00Z'],
  ['Dec  5 10:00:00 mail postfix/smtpd[3]: x', '2025-12-05T10:00:00Z'],
  ['2026-11-05T10:00:00.5+00:00 mail postfix/smtpd[3]: x', '2026-11-05T10:00:00.500Z'],
  ['__CURSOR=s\n__REALTIME_TIMESTAMP=1791493610000000\nMESSAGE=x\n', '2026-10-08T21:06:50Z'],
])('%j begins at %s', (beginning, time) => {
  expect(firstTime(beginning, now)).toBe(Date.parse(time));
});

test('a log without times has no beginning', () => {
  expect(firstTime('warning: x\n', now)).toBeUndefined();
});
