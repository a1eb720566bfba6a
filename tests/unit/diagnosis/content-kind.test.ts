import { readFileSync } from 'node:fs';
import { contentKind } from '../../../helpers/diagnosis/content-kind';
import { fixturePath } from './fixture-path';

test.each([
  ['saslauthd-enoent.log', 'log'],
  ['tls-certificate.log', 'log'],
  ['restriction-typo.log', 'log'],
  ['docker-json.log', 'log'],
  ['compose.log', 'log'],
  ['rfc3339.log', 'log'],
  ['stripped.log', 'log'],
  ['message-only.log', 'log'],
  ['journal.json', 'log'],
  ['journal-short-iso.log', 'log'],
  ['journal.export', 'journal export'],
  ['main.cf', 'main.cf'],
  ['master.cf', 'master.cf'],
  ['smtpd.conf', 'smtpd.conf'],
  ['facts-debian13.txt', 'facts'],
])('%s is recognised as %s', (name, kind) => {
  expect(contentKind(readFileSync(fixturePath(name), 'utf8'))).toBe(kind);
});

test.each([
  ['', 'empty'],
  [' \n\n', 'empty'],
  ['\u0000\u0001\u0002\u0003ELF\u0000\ufffd\ufffd\ufffd', 'binary'],
  ['alice@example.test: userPassword\n', 'sasldb users'],
  ['# File "smtplib.py", line 697\n# smtplib.SMTPNotSupportedError: SMTP AUTH extension not supported\n', 'text'],
  ['# An error in this file is reported by postfix check.\n# relayhost =\n', 'empty'],
  ['myhostname = x\n', 'main.cf'],
  ['# Nov  5 10:00:00 mail postfix/smtpd[3]: connect from x[192.0.2.1]\n', 'log'],
  ['# what is to be set\n', 'empty'],
  ['protocols = imap\npassdb {\n  driver = pam\n}\n', 'dovecot.conf'],
  ['{\n "data": {\n  "auth": true,\n  "smtp_error": "530: 5.7.0 Must issue a STARTTLS command first"\n }\n}\n', 'text'],
  ['Dear all,\nplease find attached smtpd_use_tls=yes.\nBye\n', 'text'],
  [`${'\u0000'.repeat(500)}Nov  5 10:00:00 mail postfix/smtpd[3]: connect from x[192.0.2.1]\n`, 'log'],
])('%j is recognised as %s', (text, kind) => {
  expect(contentKind(text)).toBe(kind);
});
