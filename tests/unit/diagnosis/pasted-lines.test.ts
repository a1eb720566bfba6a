import { pastedLines } from '../../../helpers/diagnosis/log/pasted-lines';

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('what was folded stands on one line, and the lines keep their numbers', () => {
  test('a bounce of Postfix', () => {
    const bounce = text(
      '                   The mail system',
      '',
      '<bob@example.org>: host mx.example.org[192.0.2.1] said: 554 5.7.1',
      '    <bob@example.org>: Relay access denied (in reply to RCPT TO',
      '    command)',
      'Reporting-MTA: dns; mail.example.test',
    );

    expect(pastedLines(bounce)).toEqual([
      '                   The mail system',
      '',
      '<bob@example.org>: host mx.example.org[192.0.2.1] said: 554 5.7.1 <bob@example.org>: Relay access denied (in reply to RCPT TO command)',
      '',
      '',
      'Reporting-MTA: dns; mail.example.test',
    ]);
  });

  test('a field of a report on delivery (RFC 3464)', () => {
    const field = text('Diagnostic-Code: smtp; 550 5.7.1', ' Relaying denied');

    expect(pastedLines(field)?.[0]).toBe('Diagnostic-Code: smtp; 550 5.7.1 Relaying denied');
  });

  test('a reply of several lines (RFC 5321 section 4.2.1)', () => {
    const reply = text(
      "<<< 550-5.7.1 [192.0.2.9] The IP you're using to send mail is not authorized to",
      '<<< 550-5.7.1 send email directly to our servers. Please use the SMTP relay at your',
      '<<< 550 5.7.1 service provider instead.',
      '<<< 221 2.0.0 Bye',
    );

    expect(pastedLines(reply)).toEqual([
      "<<< 550-5.7.1 [192.0.2.9] The IP you're using to send mail is not authorized to send email directly to our servers. Please use the SMTP relay at your service provider instead.",
      '',
      '',
      '<<< 221 2.0.0 Bye',
    ]);
  });

  test('what begins with a mark that stands behind something', () => {
    const log = text(
      '/var/log/mail.info:Nov 24 23:49:37 mail postfix/smtpd[16]: NOQUEUE: reject: RCPT from mx.example.net[203.0.113.11]: 454 4.7.1 <bob@mail.example.com>',
      ': Relay access denied; from=<alice@example.net> to=<bob@mail.example.com> proto=ESMTP helo=<mx.example.net>',
    );

    expect(pastedLines(log)?.[0]).toContain('<bob@mail.example.com>: Relay access denied; from=');
  });

  test.each([
    [
      'Nov 24 23:49:37 mail postfix/smtpd[16]: NOQUEUE: reject: RCPT from client.exam',
      'ple.net[203.0.113.11]: 451 4.3.5 Server',
    ],
    [
      'Nov 24 23:49:37 mail postfix/smtpd[16]: NOQUEUE: reject: RCPT from client.example.net[203.0',
      '.113.11]: 451 4.3.5 Server',
    ],
  ])('the rest of a client: %s', (begun, rest) => {
    const log = text(begun, `${rest} configuration error; from=<alice@example.net>`);

    expect(pastedLines(log)?.[0]).toContain(
      'from client.example.net[203.0.113.11]: 451 4.3.5 Server configuration error',
    );
  });

  test('the address of a client, broken off from its name', () => {
    const log = text(
      'Nov 24 23:49:37 mail postfix/smtpd[16]: NOQUEUE: reject: RCPT from unknown',
      '[203.0.113.11]: 454 4.7.1 <bob@example.com>: Relay access denied; from=<alice@example.net>',
    );

    expect(pastedLines(log)?.[0]).toContain('from unknown[203.0.113.11]: 454 4.7.1 <bob@example.com>: Relay');
  });

  test('what a next server has said, in the lines of its reply', () => {
    const log = text(
      'Nov 24 23:49:37 mail postfix/smtp[16]: 0F2D8142854E: to=<bob@example.org>, relay=mx.example.net[203.0.113.58]:25,',
      'dsn=5.7.1, status=bounced (host mx.example.net[203.0.113.58] said:',
      '553 5.7.1 Connections will not be accepted from 192.0.2.1, because',
      'the ip is in a list (in reply to MAIL FROM command))',
      'Nov 24 23:49:38 mail postfix/qmgr[12]: 0F2D8142854E: removed',
    );

    expect(pastedLines(log)).toEqual([
      'Nov 24 23:49:37 mail postfix/smtp[16]: 0F2D8142854E: to=<bob@example.org>, relay=mx.example.net[203.0.113.58]:25, dsn=5.7.1, status=bounced (host mx.example.net[203.0.113.58] said: 553 5.7.1 Connections will not be accepted from 192.0.2.1, because the ip is in a list (in reply to MAIL FROM command))',
      '',
      '',
      '',
      'Nov 24 23:49:38 mail postfix/qmgr[12]: 0F2D8142854E: removed',
    ]);
  });

  test('what became of a mail, a field to a line', () => {
    const log = text(
      'Nov 24 23:49:37 mail postfix/smtp[16]: 0F2D8142854E: to=<bob@example.org>, ',
      'relay=smtp.example.net[203.0.113.58]:3535, ',
      'dsn=5.0.0, ',
      'status=bounced (host smtp.example.net[203.0.113.58] ',
      'said: 553 Sorry (in reply to RCPT TO command))',
    );

    expect(pastedLines(log)?.[0]).toBe(
      'Nov 24 23:49:37 mail postfix/smtp[16]: 0F2D8142854E: to=<bob@example.org>, relay=smtp.example.net[203.0.113.58]:3535, dsn=5.0.0, status=bounced (host smtp.example.net[203.0.113.58] said: 553 Sorry (in reply to RCPT TO command))',
    );
  });

  test('a log that a mail program has wrapped', () => {
    const log = text(
      'Nov 24 23:49:37 mail postfix/smtpd[16]: warning: SASL authentication',
      'failure: cannot connect to saslauthd server: No such file or directory',
      'Nov 24 23:49:37 mail postfix/smtpd[16]: warning: unknown[192.0.2.77]:',
      'SASL PLAIN authentication failed: generic failure',
    );

    expect(pastedLines(log)).toEqual([
      'Nov 24 23:49:37 mail postfix/smtpd[16]: warning: SASL authentication failure: cannot connect to saslauthd server: No such file or directory',
      '',
      'Nov 24 23:49:37 mail postfix/smtpd[16]: warning: unknown[192.0.2.77]: SASL PLAIN authentication failed: generic failure',
      '',
    ]);
  });

  test.each([
    [
      'a setting behind a log',
      ['Nov 24 23:49:37 mail postfix/smtpd[16]: connect from unknown[192.0.2.77]', 'mynetworks = 127.0.0.0/8'],
    ],
    ['wider than what anybody wraps', [`Nov 24 23:49:37 mail postfix/smtpd[16]: ${'long '.repeat(20)}`, 'more']],
    [
      'a line that had room for the next word',
      ['Nov 24 23:49:37 mail postfix/smtpd[16]: warning: the first of two here', 'a', `${'-'.repeat(90)}`],
    ],
    ['a reply behind the one that was cut off', ['250-PIPELINING', '550 5.7.1 Relaying denied']],
    ['an answer to EHLO', ['250-mail.example.test', '250-PIPELINING', '250 8BITMIME']],
    ['lines that end as on Windows', ['postfix/smtpd[16]: fatal: no SASL authentication mechanisms\r', '']],
  ])('%s stays as it is', (_what, lines) => {
    expect(pastedLines(text(...lines))).toBeUndefined();
  });
});

test('the line before tells which daemon OpenSSL speaks in', () => {
  const said = 'warning: TLS library problem: error:0A00010B:SSL routines::wrong version number';

  expect(pastedLines(text('SSL_connect error to mx.example.org[192.0.2.9]:465: -1', said))?.[1]).toBe(
    `postfix/smtp[1]: ${said}`,
  );
  expect(pastedLines(text('SSL_accept error from unknown[192.0.2.9]: -1', said))?.[1]).toBe(
    `postfix/smtpd[1]: ${said}`,
  );
  expect(pastedLines(said)).toBeUndefined();
});
