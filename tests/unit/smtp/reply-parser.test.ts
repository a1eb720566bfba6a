import { parseReply, replyLimits, takeAnswer } from '../../../helpers/smtp/reply-parser';

describe('a reply', () => {
  test.each([
    ['220 mail.example.test ESMTP Postfix', 220, undefined],
    ['220 2.0.0 Ready to start TLS', 220, '2.0.0'],
    ['235 2.7.0 Authentication successful', 235, '2.7.0'],
    ['250 2.1.5 Ok', 250, '2.1.5'],
    ['250 DSN', 250, undefined],
    ['334 VXNlcm5hbWU6', 334, undefined],
    ['354 End data with <CR><LF>.<CR><LF>', 354, undefined],
    ['421 4.7.0 mail.example.test Error: too many errors', 421, '4.7.0'],
    ['450 4.7.25 Client host rejected: cannot find your hostname, [172.31.77.20]', 450, '4.7.25'],
    ['454 4.7.1 <x@example.net>: Relay access denied', 454, '4.7.1'],
    ['503 5.5.1 Error: authentication not enabled', 503, '5.5.1'],
    ['535 5.7.8 Error: authentication failed: no mechanism available', 535, '5.7.8'],
    ['550 5.7.27 <a@nm.example.com>: Sender address rejected: null MX', 550, '5.7.27'],
    ['571 5.7.1 Delivery not authorized', 571, '5.7.1'],
  ])('%j has code %d and enhanced status %s', (line, code, enhanced) => {
    expect(takeAnswer(Buffer.from(`${line}\r\n`))).toEqual({
      answer: { kind: 'reply', code, enhanced, lines: [line.slice(4)] },
      wire: [line],
      rest: Buffer.alloc(0),
      beyondLimits: false,
    });
  });

  test.each([
    ['250', ''],
    ['334 ', ''],
    ['250  two spaces', ' two spaces'],
    ['250 -', '-'],
    ['250 a\rb', 'a\rb'],
  ])('%j has the text %j', (line, text) => {
    expect(parseReply([line])).toMatchObject({ kind: 'reply', lines: [text] });
  });

  test.each([
    ['250 5.1.0 no', 'the class of the status is another one'],
    ['250 2.1 no', 'a part is missing'],
    ['250 2.1.0no', 'it does not end there'],
    ['250 Ok 2.1.0', 'it does not begin there'],
    ['220 192.0.2.1 ESMTP', 'it is an address'],
  ])('%j has no enhanced status: %s', (line) => {
    expect(parseReply([line])).toMatchObject({ kind: 'reply', enhanced: undefined });
  });

  test('of several lines has the texts of all', () => {
    const bytes = Buffer.from('250-mail.example.test\r\n250-AUTH PLAIN LOGIN\r\n250 DSN\r\n');

    expect(takeAnswer(bytes)?.answer).toEqual({
      kind: 'reply',
      code: 250,
      enhanced: undefined,
      lines: ['mail.example.test', 'AUTH PLAIN LOGIN', 'DSN'],
    });
  });

  test('of several lines may end with the code alone', () => {
    expect(takeAnswer(Buffer.from('250-a\r\n250\r\n'))?.answer).toMatchObject({ kind: 'reply', lines: ['a', ''] });
  });

  test('ends with its line, and what follows is left', () => {
    expect(takeAnswer(Buffer.from('250 Ok\r\n421 4.3.2 Bye\r\n'))?.rest.toString()).toBe('421 4.3.2 Bye\r\n');
  });

  test('may have bare LF for line ends', () => {
    expect(takeAnswer(Buffer.from('250-a\n250 b\n'))).toMatchObject({
      answer: { kind: 'reply' },
      wire: ['250-a', '250 b'],
    });
  });

  test('may be in UTF-8, or else each byte is a character', () => {
    expect(takeAnswer(Buffer.from('250 Grüße\r\n'))?.wire).toEqual(['250 Grüße']);
    expect(takeAnswer(Buffer.from('250 Grüße\r\n', 'latin1'))?.wire).toEqual(['250 Grüße']);
  });

  test.each(['', '2', '250', '250 Ok', '250 Ok\r', '250-a\r\n', '250-a\r\n250'])('is not whole yet as %j', (bytes) => {
    expect(takeAnswer(Buffer.from(bytes))).toBeUndefined();
  });
});

describe('garbage', () => {
  test.each([
    ['HTTP/1.1 400 Bad Request', 'line 1 does not begin with a code'],
    ['', 'line 1 does not begin with a code'],
    ['25 Ok', 'line 1 does not begin with a code'],
    ['2500 Ok', 'line 1 does not begin with a code'],
    ['250_Ok', 'line 1 does not begin with a code'],
    [' 250 Ok', 'line 1 does not begin with a code'],
    ['150 Ok', 'no code begins with 1'],
    ['600 Ok', 'no code begins with 6'],
  ])('is %j: %s', (text, problem) => {
    expect(takeAnswer(Buffer.from(`${text}\r\n`))?.answer).toEqual({ kind: 'garbage', text, problem });
  });

  test('is a reply whose lines differ in their code, up to its last line', () => {
    const taken = takeAnswer(Buffer.from('250-a\r\n550-b\r\n250 c\r\n250 next\r\n'));

    expect(taken?.answer).toMatchObject({ kind: 'garbage', problem: 'line 2 has code 550 after 250' });
    expect(taken?.rest.toString()).toBe('250 next\r\n');
  });

  test('within a reply of several lines does not end it', () => {
    const taken = takeAnswer(Buffer.from('250-a\r\nwarning: disk full\r\n250 c\r\n'));

    expect(taken?.answer).toMatchObject({ kind: 'garbage', problem: 'line 2 does not begin with a code' });
    expect(taken?.rest).toHaveLength(0);
  });

  test('is a line without an end, after which nothing can be understood', () => {
    const endless = Buffer.from(`250 ${'x'.repeat(replyLimits.lineBytes)}`);

    expect(takeAnswer(endless.subarray(0, replyLimits.lineBytes))).toBeUndefined();
    expect(takeAnswer(endless)).toMatchObject({
      answer: { kind: 'garbage', problem: 'a line is longer than 8192 bytes' },
      beyondLimits: true,
    });
  });

  test('is a reply without a last line, after which nothing can be understood', () => {
    const lines = (count: number) => Buffer.from('250-more\r\n'.repeat(count));

    expect(takeAnswer(lines(replyLimits.lines - 1))).toBeUndefined();
    expect(takeAnswer(lines(replyLimits.lines))).toMatchObject({
      answer: { kind: 'garbage', problem: 'no end of a reply within 128 lines' },
      beyondLimits: true,
    });
  });
});
