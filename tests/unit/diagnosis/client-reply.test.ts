import { unwrapLine } from '../../../helpers/diagnosis/log/unwrap-line';
import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

const denied =
  'NOQUEUE: reject: RCPT from unknown[unknown]: 554 5.7.1 <bob@example.org>: Relay access denied; proto=ESMTP';
const failed = (reason: string) => `warning: unknown[unknown]: SASL PLAIN authentication failed: ${reason}`;

test.each([
  ['554 5.7.1 <bob@example.org>: Relay access denied', denied],
  ['<** 554 5.7.1 <bob@example.org>: Relay access denied', denied],
  [
    "smtplib.SMTPRecipientsRefused: {'bob@example.org': (554, b'5.7.1 <bob@example.org>: Relay access denied')}",
    denied,
  ],
  [
    'Expected response code "250" but got code "554", with message "554 5.7.1 <bob@example.org>: Relay access denied".',
    denied,
  ],
  ['Diagnostic-Code: smtp; 554 5.7.1 <bob@example.org>: Relay access denied', denied],
  ['554 5.7.1 bob@example.org: Relay access denied', denied],
  ['554 5.7.1 : Relay access denied', denied.replace('bob@example.org', '')],
  ['554 <bob@example.org>: Relay access denied', denied.replace('5.7.1 ', '')],
  ['Postfix returned SMTP code 554 5.7.1 <bob@example.org>: Relay access denied , expected 250', denied],
  [
    'LoginException: 535 5.7.8 Error: authentication failed: generic failure in /srv/www/SmtpClient.php:273',
    failed('generic failure'),
  ],
  ['Error: Invalid login: 535 5.7.8 Error: authentication failed: generic failure', failed('generic failure')],
  ["SMTPAuthenticationError: (535, b'5.7.8 Error: authentication failed: UGFzc3dvcmQ6')", failed('UGFzc3dvcmQ6')],
  [
    '454 4.7.0 Temporary authentication failure: Connection lost to authentication server (code 454)',
    failed('Connection lost to authentication server'),
  ],
])('%j, as a client has it, is read as the line that smtpd logs', (reply, logged) => {
  expect(unwrapLine(reply)).toEqual({ time: undefined, program: undefined, message: logged });
});

test.each([
  '<bob@example.org>: host mx.example.org[192.0.2.1] said: 554 5.7.1 <bob@example.org>: Relay access denied (in reply to RCPT TO command)',
  'remote delivery deferred: AUTH login not available: 535 5.7.8 Error: authentication failed: Invalid authentication mechanism',
])('what another server has said stays what it is: %j', (text) => {
  expect(unwrapLine(text).message).toBe(text);
});

test.each([
  ['504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname', 'limits/helo-not-fqdn'],
  ['Error: Invalid login: 535-5.7.8 Username and Password not accepted.', 'relay-client/wrong-password'],
  ['530 5.7.0 Must issue a STARTTLS command first', 'auth-not-offered/starttls-required'],
  [
    '{"level":"error","msg":"Error authenticating SMTP","error":"504 5.7.4 Unrecognized authentication type"}',
    'mechanisms/not-offered',
  ],
  [
    'time="2026-11-05T10:00:00Z" level=error msg="failed to send" err="504 5.7.4 Unrecognized authentication type"',
    'mechanisms/not-offered',
  ],
  [
    'SMTP client error: internal client error: No compatible authentication mechanism was found',
    'client/finds-no-auth',
  ],
  ['smtplib.SMTPNotSupportedError: SMTP AUTH extension not supported by server.', 'client/finds-no-auth'],
])('%j names its cause', async (text, id) => {
  const { findings } = await diagnoseLines(catalogue, [text]);

  expect(findings.map(({ mode, confidence }) => [mode.id, confidence])).toEqual([[id, 'certain']]);
});

test.each(['.', '"', '`', '",'])('a line that is quoted in a sentence is known with %j behind it, too', async (end) => {
  const line = 'postfix/submission/smtpd[25]: warning: cannot load Certificate Authority data: disabling TLS support';
  const { findings } = await diagnoseLines(catalogue, [line + end]);

  expect(findings.map(({ mode }) => mode.id)).toEqual(['tls/ca-file-missing']);
});

// A program shows the reply alone; what the server logs beside it nobody has.
test.each([
  ['relaying', '454 4.7.1 Relay access denied', 'client/connection-redirected'],
  [
    'relaying, by Sendmail',
    '550 5.7.1 <bob@example.org>... Relaying denied. IP name lookup failed [192.0.2.9]',
    'sendmail/relaying-denied',
  ],
  [
    'a handshake',
    '*** Fatal error: The TLS connection was non-properly terminated.',
    'client/implicit-tls-at-starttls-port',
  ],
])('of a reply about %s it is among the possible causes', async (_about, text, id) => {
  const { findings } = await diagnoseLines(catalogue, [text]);

  expect(findings.filter(({ confidence }) => confidence !== 'possible')).toEqual([]);
  expect(findings.map(({ mode }) => mode.id)).toContain(id);
});

test('of a login that is refused without a reason, a wrong password comes first', async () => {
  const { findings } = await diagnoseLines(catalogue, [
    "(535, b'5.7.8 Error: authentication failed: authentication failure')",
  ]);

  expect(findings.map(({ mode }) => mode.id)[0]).toBe('passwords/wrong');
});
