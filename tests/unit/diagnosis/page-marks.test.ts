import { withoutPageMarks } from '../../../helpers/diagnosis/log/page-marks';

const warning = 'warning: SASL authentication failure: Password verification failed';

test.each([
  ['[CODE]', `[CODE]${warning}[/CODE]`, warning],
  ['code of Markdown', `\`${warning}\``, warning],
  ['quotes in a list', `- "${warning}"`, warning],
  ['bold', `**${warning}**`, warning],
  [
    'links',
    '<[bob@example.org](mailto:bob@example.org)>: host [mx](https://mx.example.org)',
    '<bob@example.org>: host mx',
  ],
  [
    'marks that were to be none',
    'mx.example.org \\[192.0.2.9\\] \\(gnutls\\_handshake\\)',
    'mx.example.org [192.0.2.9] (gnutls_handshake)',
  ],
  ['hidden processes', `postfix/smtpd[...]: ${warning}`, `postfix/smtpd[1]: ${warning}`],
  [
    'hidden addresses',
    '454 4.7.1 <[email protected]>: Relay access denied',
    '454 4.7.1 <user@example.com>: Relay access denied',
  ],
])('%s', (_what, text, plain) => {
  expect(withoutPageMarks(text)).toBe(plain);
});

test('there are as many lines as before', () => {
  const text = ['', ' ', `\`${warning}\``, '', '', `- "${warning}"`, '  ', ''];

  expect(withoutPageMarks(text.join('\n')).split('\n')).toHaveLength(text.length);
});

test('what has no marks stays as it is', () => {
  const lines = [
    'Nov 24 23:49:37 mail postfix/smtpd[16]: connect from unknown[203.0.113.9]',
    '{"line": "Nov 24 23:49:37 mail postfix/smtpd[16]: lost connection after AUTH from unknown[203.0.113.9]"}',
    'SASL LOGIN authentication failed: UGFzc3dvcmQ6',
  ].join('\n');

  expect(withoutPageMarks(lines)).toBe(lines);
});

// A pattern that looks for each bracket's end up to the end of the line never does.
test('a line of hundreds of thousands of brackets comes to its end', () => {
  const line = '['.repeat(300_000) + '](https:'.repeat(30_000);

  expect(withoutPageMarks(line)).toBe(line);
});
