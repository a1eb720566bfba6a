import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { pastedLines } from '../../../helpers/diagnosis/log/pasted-lines';
import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

const ehlo = (...keywords: readonly string[]) => [
  '220 mail.example.test ESMTP Postfix',
  'EHLO client.example.test',
  '250-mail.example.test',
  '250-PIPELINING',
  ...keywords.map((keyword) => `250-${keyword}`),
  '250 8BITMIME',
];
const tls = [...ehlo('STARTTLS'), 'STARTTLS', '220 2.0.0 Ready to start TLS', ...ehlo('AUTH PLAIN LOGIN').slice(1)];
const denied = '554 5.7.1 <bob@example.org>: Relay access denied';
const mail = ['MAIL FROM:<alice@example.test>', '250 2.1.0 Ok', 'RCPT TO:<bob@example.org>', denied];
const login = ['AUTH LOGIN', '334 VXNlcm5hbWU6', 'YWxpY2U=', '334 UGFzc3dvcmQ6', 'c2VjcmV0'];

/** The client's side as each program marks it, and the server's. */
const marks = {
  'as in telnet': ['', ''],
  swaks: [' -> ', '<-  '],
  'swaks in TLS': [' ~> ', '<~  '],
  'msmtp -v': ['--> ', '<-- '],
  'curl -v': ['> ', '< '],
  PHPMailer: ['2026-11-24 10:00:00 CLIENT -> SERVER: ', '2026-11-24 10:00:00 SERVER -> CLIENT: '],
  Roundcube: ['[24-Nov-2026 11:08:54 +0000]: <1lnaie7h> Send: ', '[24-Nov-2026 11:08:54 +0000]: <1lnaie7h> Recv: '],
  smtplib: ["send: '", "reply: b'"],
  Nodemailer: ['[2026-11-24 10:00:00] DEBUG C: ', '[2026-11-24 10:00:00] DEBUG S: '],
  mutt: ['4> ', '4< '],
  'exim -v': ['  SMTP>> ', '  SMTP<< '],
  SnappyMail: ['[05:39:52.686][7fbd1d88] SMTP[DATA]: > ', '[05:39:52.686][7fbd1d88] SMTP[DATA]: < '],
} as const;

const isReply = (line: string) => /^\d{3}[ -]/.test(line);

describe.each(Object.entries(marks))('a session as shown by %s', (_program, [ofClient, ofServer]) => {
  test.each([
    ['leaves where AUTH is only offered in TLS', [...ehlo('STARTTLS'), 'QUIT'], 'STARTTLS offered, AUTH not'],
    ['leaves where neither is offered', [...ehlo(), 'QUIT'], 'neither STARTTLS nor AUTH offered'],
    [
      'leaves as its mechanisms are not offered',
      [...ehlo('AUTH GSSAPI NTLM'), 'QUIT'],
      'AUTH offered with GSSAPI NTLM',
    ],
    ['sends in TLS without a login', [...tls, ...mail], 'no login; AUTH offered'],
    ['is refused all the same', [...tls, ...login, '235 2.7.0 Authentication successful', ...mail], 'logged in'],
    [
      'tries what is not offered',
      [...ehlo('AUTH PLAIN'), 'AUTH LOGIN', '504 5.7.4 Unrecognized'],
      'AUTH LOGIN not offered',
    ],
    [
      'tries it with MD5',
      [...ehlo('AUTH CRAM-MD5 PLAIN'), 'AUTH CRAM-MD5', '334 PDEy', '535 5.7.0 no'],
      'AUTH CRAM-MD5 where PLAIN or LOGIN is offered',
    ],
    ['asks for TLS in vain', [...ehlo('STARTTLS'), 'STARTTLS', '454 4.7.0 TLS not available', 'QUIT'], undefined],
    [
      'says AUTH PLAIN and is refused before the password',
      [...ehlo('AUTH PLAIN'), 'AUTH PLAIN', '535 Incorrect authentication data'],
      'AUTH PLAIN without an initial response',
    ],
    [
      'has put no NULs into its credentials',
      [...ehlo('AUTH PLAIN'), 'AUTH PLAIN YWxpY2U6c2VjcmV0', '535 5.7.8 no'],
      'AUTH PLAIN without separators',
    ],
    [
      'has no value in its variables',
      [...ehlo('AUTH PLAIN'), 'AUTH PLAIN AHVuZGVmaW5lZAB1bmRlZmluZWQ=', '535 5.7.8 no'],
      'AUTH PLAIN with nothing in a field',
    ],
    [
      'has the wrong password behind AUTH PLAIN',
      [...ehlo('AUTH PLAIN'), 'AUTH PLAIN AGFsaWNlAHNlY3JldA==', '535 5.7.8 no'],
      undefined,
    ],
    ['is asked for the password', [...ehlo('AUTH PLAIN'), 'AUTH PLAIN', '334 ', 'AGE=', '535 5.7.8 no'], undefined],
    ['says AUTH where EHLO shows none', [...ehlo(), 'AUTH LOGIN', '535 5.7.8 no'], 'AUTH LOGIN where none is offered'],
    ['shows no more than the answer to EHLO', ehlo('STARTTLS'), 'STARTTLS offered, AUTH not'],
    [
      'says its name behind AUTH LOGIN and is asked for it',
      [...ehlo('AUTH LOGIN'), 'AUTH LOGIN YWxpY2U=', '334 VXNlcm5hbWU6', '', '334 UGFzc3dvcmQ6'],
      'the user name is asked for again',
    ],
    [
      'says its name behind AUTH LOGIN and is asked for the password',
      [...ehlo('AUTH LOGIN'), 'AUTH LOGIN YWxpY2U=', '334 UGFzc3dvcmQ6'],
      undefined,
    ],
    ['is asked for its name', [...ehlo('AUTH LOGIN'), 'AUTH LOGIN', '334 VXNlcm5hbWU6'], undefined],
    ['has the wrong password', [...tls, ...login, '535 5.7.8 Error: authentication failed'], undefined],
  ])('a client that %s', (_what, lines, note) => {
    const shown = lines.map((line) => `${isReply(line) ? ofServer : ofClient}${line}`);

    const notes = (pastedLines(text(...shown)) ?? []).flatMap((line) => /\(session: (.*)\)$/.exec(line)?.[1] ?? []);

    expect(notes).toEqual(note === undefined ? [] : [note]);
  });
});

describe('what a program says of its session', () => {
  const notesOn = (...lines: readonly string[]) => {
    return (pastedLines(text(...lines)) ?? []).flatMap((line) => /\(session: (.*)\)$/.exec(line)?.[1] ?? []);
  };
  const inClear = 'javax.net.ssl.SSLException: Unrecognized SSL message, plaintext connection?';

  test('no TLS behind STARTTLS is not TLS at a port for STARTTLS', () => {
    const starttls = ['250 STARTTLS', 'STARTTLS', '220 Go ahead with TLS'];

    expect(notesOn(...starttls, inClear)).toEqual(['STARTTLS was answered with 220']);
    expect(notesOn(inClear)).toEqual([]);
    expect(notesOn(...starttls, 'Could not convert socket to TLS;', 'PKIX path building failed')).toEqual([]);
  });

  test('an answer to a question of LOGIN with nothing in it', () => {
    const asked = ['250-AUTH LOGIN', '250 SIZE'].map((line) => `SERVER -> CLIENT: ${line}`);
    const answered = (answer: string) => [
      ...asked,
      'CLIENT -> SERVER: AUTH LOGIN',
      'SERVER -> CLIENT: 334 VXNlcm5hbWU6',
      `CLIENT -> SERVER: ${answer}`,
      'SERVER -> CLIENT: 535 Incorrect authentication data',
    ];

    expect(notesOn(...answered(''))).toEqual(['AUTH LOGIN with an empty answer']);
    expect(notesOn(...answered('[credentials hidden]'))).toEqual([]);
  });

  test('the user of a provider, refused in the words of Exim', () => {
    const login = (user: string) => [
      `CLIENT -> SERVER: ${user}`,
      'SMTP ERROR: Password command failed: 535 Incorrect authentication data',
    ];

    // alice@gmail.com, alice@example.com
    expect(notesOn(...login('YWxpY2VAZ21haWwuY29t'))).toEqual(["a user of gmail.com, refused in Exim's words"]);
    expect(notesOn(...login('YWxpY2VAZXhhbXBsZS5jb20='))).toEqual([]);
  });

  test('s_client goes on with TLS where STARTTLS was not offered', () => {
    const failed = '1404:error:1408F10B:SSL routines:ssl3_get_record:wrong version number:record/ssl3_record.c:331:';

    expect(notesOn("Didn't find STARTTLS in server response, trying anyway...", failed)).toEqual([
      'STARTTLS was not offered',
    ]);
    expect(notesOn(failed)).toEqual([]);
  });

  test('a client that shows only what it says, and says no AUTH', () => {
    const says = (...commands: readonly string[]) => commands.map((command) => `CLIENT -> SERVER: ${command}`);
    const fails = 'SMTP Error: Could not authenticate.';

    expect(notesOn(...says('EHLO a.example.test'), fails, ...says('QUIT'))).toEqual(['EHLO answered, AUTH not said']);
    expect(notesOn(...says('EHLO a.example.test', 'AUTH LOGIN'), fails, ...says('QUIT'))).toEqual([]);
    expect(notesOn(fails)).toEqual([]);
  });
});

test('a greeting of somebody else than the provider who was asked', () => {
  const shown = (asked: string, greeting: string) => {
    return pastedLines(text(`=== Trying ${asked}:587...`, `<-  220 ${greeting}`, ' -> EHLO client.example.test'))?.[1];
  };

  expect(shown('smtp.gmail.com', 'web1.hosting.example ESMTP Exim 4.93')).toMatch(
    /\(session: another server than smtp\.gmail\.com greets\)$/,
  );
  expect(shown('smtp.mailgun.org', 'web1.hosting.example ESMTP Exim 4.85')).toMatch(/smtp\.mailgun\.org greets\)$/);
  expect(shown('smtp.mailgun.org', 'Mailgun Influx ready')).toBeUndefined();
  expect(shown('smtp.gmail.com', 'smtp.gmail.com ESMTP n13-gsmtp')).toBeUndefined();
  expect(
    shown('smtp.office365.com', 'FR0P281CA0001.outlook.office365.com Microsoft ESMTP MAIL Service ready'),
  ).toBeUndefined();
  expect(shown('mail.example.test', 'mx1.example.test ESMTP Postfix')).toBeUndefined();
});

test('a login that was taken tells a missing permission from a missing login', async () => {
  const firstOf = async (lines: readonly string[]) => (await idsOf(lines))[0];
  const idsOf = async (lines: readonly string[]) => {
    const { findings } = await diagnoseLines(catalogue, pastedLines(text(...lines)) ?? [], noFacts);
    return findings.map(({ mode }) => mode.id);
  };

  expect(await firstOf([...tls, ...login, '235 2.7.0 Authentication successful', ...mail])).toBe(
    'relay-refused/login-not-permitted',
  );
  // Whether the recipient was to be one of the server's own, nobody sees; at a provider he is not.
  expect(await idsOf([...tls, ...mail])).toEqual([
    'relay-refused/own-domain-not-local',
    'client/credentials-without-auth',
    'client/sends-without-login',
    'relay-refused/not-logged-in',
  ]);
  expect(await idsOf([...tls, ...mail.map((line) => line.replace('example.org', 'gmail.com'))])).toEqual([
    'client/sends-without-login',
  ]);
});

test('telnet is let in and out again before anybody has greeted it', () => {
  const connected = ['Trying 192.0.2.45...', 'Connected to mail.example.test.', "Escape character is '^]'."];
  const closed = 'Connection closed by foreign host.';

  expect(pastedLines(text(...connected, closed))?.at(-1)).toBe(`${closed} (session: closed before a greeting)`);
  expect(pastedLines(text(...connected, '220 mail.example.test ESMTP', closed))).toBeUndefined();
});
