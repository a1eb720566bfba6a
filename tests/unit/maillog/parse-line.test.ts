import { isDaemon, parseLogLine } from '../../../helpers/maillog/parse-line';

test.each([
  [
    'Nov 24 23:49:37 mail postfix/smtpd[10839]: connect from client.example.org[172.31.77.20]',
    { time: 'Nov 24 23:49:37', host: 'mail', program: 'postfix/smtpd', pid: 10839 },
    'connect from client.example.org[172.31.77.20]',
  ],
  [
    'Jan  4 03:54:34 fedora postfix/smtpd[24034]: warning: no: colons: lost',
    { time: 'Jan  4 03:54:34', host: 'fedora', program: 'postfix/smtpd', pid: 24034 },
    'warning: no: colons: lost',
  ],
  [
    '2026-11-25T02:31:35.222981+00:00 mail postfix/master[14]: fatal: open lock file pid/master.pid',
    { time: '2026-11-25T02:31:35.222981+00:00', host: 'mail', program: 'postfix/master', pid: 14 },
    'fatal: open lock file pid/master.pid',
  ],
  [
    'Nov 25 02:15:28 mail saslauthd[17]:                 : master pid is: 17',
    { time: 'Nov 25 02:15:28', host: 'mail', program: 'saslauthd', pid: 17 },
    '                : master pid is: 17',
  ],
])('reads %s', (text, parts, message) => {
  expect(parseLogLine(text)).toEqual({ ...parts, message });
});

test.each(['', 'mv: cannot stat', '\u0000\u0001', 'Nov 24 23:49:37'])('takes %j for no log line', (text) => {
  expect(parseLogLine(text)).toBeUndefined();
});

test('knows a daemon by its name, whatever the service calls itself', () => {
  const line = parseLogLine('Nov 25 02:15:28 mail postfix/submission/smtpd[16]: connect from x[192.0.2.1]');

  expect(line && isDaemon(line, 'smtpd')).toBe(true);
  expect(line && isDaemon(line, 'smtp')).toBe(false);
});
