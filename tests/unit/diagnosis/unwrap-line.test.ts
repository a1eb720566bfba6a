import { unwrapLine } from '../../../helpers/diagnosis/log/unwrap-line';

const message = 'connect from unknown[192.0.2.1]';

test.each([
  ['Nov  5 10:00:00 mail postfix/smtpd[3]: ', 'Nov  5 10:00:00', 'postfix/smtpd'],
  ['<22>Nov  5 10:00:00 mail postfix/smtpd[3]: ', 'Nov  5 10:00:00', 'postfix/smtpd'],
  ['2026-11-25T02:31:35.222981+00:00 mail postfix/smtpd[3]: ', '2026-11-25T02:31:35.222981+00:00', 'postfix/smtpd'],
  ['mail_1  | Nov  5 10:00:00 mail postfix/smtpd[3]: ', 'Nov  5 10:00:00', 'postfix/smtpd'],
  ['\u001b[36mmail-1  |\u001b[0m Nov  5 10:00:00 mail postfix/smtpd[3]: ', 'Nov  5 10:00:00', 'postfix/smtpd'],
  ['/var/log/maillog:17:Nov  5 10:00:00 mail postfix/smtpd[3]: ', 'Nov  5 10:00:00', 'postfix/smtpd'],
  ['2026-11-05T10:00:00.1Z stdout F postfix/smtpd[3]: ', '2026-11-05T10:00:00.1Z', 'postfix/smtpd'],
  ['Nov  5 10:00:00 mail mail.info postfix/smtpd[3]: ', 'Nov  5 10:00:00', 'postfix/smtpd'],
  ['postfix   | 2026-11-05T10:00:00.1Z INFO    postfix/smtpd[3]: ', '2026-11-05T10:00:00.1Z', 'postfix/smtpd'],
  ['Nov  5 10:00:01 host smtp[9]: Nov  5 10:00:00 mail postfix/smtpd[3]: ', 'Nov  5 10:00:00', 'postfix/smtpd'],
  ['postfix/submission/smtpd[3]: ', undefined, 'postfix/submission/smtpd'],
  ['saslauthd[3] :', undefined, 'saslauthd'],
  ['Nov  5 10:00:00 auth: ', 'Nov  5 10:00:00', 'dovecot'],
  ['\u0000\u0000\u0000Nov  5 10:00:00 mail postfix/smtpd[3]: ', 'Nov  5 10:00:00', 'postfix/smtpd'],
  [':', undefined, undefined],
  ['', undefined, undefined],
])('%j is taken off', (prefix, time, program) => {
  const expected = program === 'dovecot' ? `auth: ${message}` : message;

  expect(unwrapLine(`${prefix}${message}`)).toMatchObject({ time, program, message: expected });
});

test.each([
  "action 'omfile' suspended, next retry is Fri Nov 29 10:00:30 2024, retry nbr 0.",
  'Detected a log entry with an odd timestamp: Nov 29 10:00:00 mail',
])('a time in a sentence is not that of the line: %s', (said) => {
  expect(unwrapLine(said)).toMatchObject({ time: undefined, message: said });
});

test("a name in a line of Dovecot's own file is not taken for its program", () => {
  const said = 'auth: Error: pgsql(localhost): Connect failed to database postfixadmin: FATAL: no';

  expect(unwrapLine(`Nov  5 10:00:00 ${said}`)).toEqual({ time: 'Nov  5 10:00:00', program: 'dovecot', message: said });
});

test.each(['dovecot_1  | Nov 05 10:00:00 ', 'Nov  5 10:00:01 host dovecot[9]: Nov 05 10:00:00 '])(
  "the level of Dovecot's own file is no program, whatever stands before it: %j",
  (prefix) => {
    const said = 'imap-login: Info: Aborted login (auth failed, 1 attempts in 2 secs)';

    expect(unwrapLine(`${prefix}${said}`)).toEqual({
      time: 'Nov 05 10:00:00',
      program: 'dovecot',
      message: said.replace('Info: ', ''),
    });
  },
);

test("Docker's JSON is taken off, and its time stands in for one that is missing", () => {
  const log = `postfix/smtpd[3]: ${message}\n`;

  expect(unwrapLine(JSON.stringify({ log, stream: 'stdout', time: '2026-11-05T10:00:00.1Z' }))).toEqual({
    time: '2026-11-05T10:00:00.1Z',
    program: 'postfix/smtpd',
    pid: 3,
    message,
  });
});

test.each([message, [...Buffer.from(message)]])("journald's JSON is taken off, its bytes too", (MESSAGE) => {
  const entry = { MESSAGE, SYSLOG_IDENTIFIER: 'postfix/smtpd', __REALTIME_TIMESTAMP: '1791493610000000' };

  expect(unwrapLine(JSON.stringify(entry))).toEqual({
    time: '2026-10-08T21:06:50.000Z',
    program: 'postfix/smtpd',
    message,
  });
});

test.each(['{"log":', '{}', '{"MESSAGE":7}', 'null', '{ a brace'])(
  '%j is no JSON of theirs and stays whole',
  (text) => {
    expect(unwrapLine(text).message).toBe(text);
  },
);

test.each([
  ['/usr/sbin/postconf: ', 'postfix/postconf'],
  ['postfix-mailcow_1    | /usr/sbin/postconf: ', 'postfix/postconf'],
  ['Nov  5 10:00:00 mail aliasesdb[9]: newaliases: ', 'postfix/newaliases'],
  ['smtpd ', 'postfix/smtpd'],
])('what a command of Postfix has said in the log of another is its own: %j', (prefix, program) => {
  const said = 'fatal: unable to use my own hostname';

  expect(unwrapLine(`${prefix}${said}`)).toMatchObject({ program, message: said });
});
