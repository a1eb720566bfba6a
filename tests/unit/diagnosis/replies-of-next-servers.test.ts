import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { pastedLog } from '../../../helpers/diagnosis/log/pasted-lines';
import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

// Many of them have the words of another one as well.
test.each([
  [
    '553 5.1.7 The sender address <www-data> is not a valid RFC-5321 address. x - gsmtp',
    'relay-client/sender-malformed',
  ],
  ['501 5.1.7 Bad sender address syntax', 'relay-client/sender-malformed'],
  ['504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname', 'relay-client/own-helo-refused'],
  ['550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)', 'relay-client/own-helo-refused'],
  ['550 5.4.1 Recipient address rejected: Access denied. AS(201806281)', 'delivery/recipient-unknown-elsewhere'],
  ['550 No such user here', 'delivery/recipient-unknown-elsewhere'],
  ['550 5.1.8 Access denied, bad outbound sender AS(42004)', 'relay-client/account-blocked'],
  [
    '554 Transaction failed Reject due to policy restrictions. For explanation visit https://postmaster.gmx.net',
    'relay-client/refused-by-policy',
  ],
  ['550 maximum allowed line length is 998 octets, got 2048', 'relay-client/message-not-compliant'],
  ['452 4.3.1 Insufficient system storage', 'relay-client/next-server-troubled'],
  ['450 4.7.1 Error: too much mail from 198.51.100.7', 'relay-client/too-much-at-once'],
  ['550 5.7.1 Sender domain not verified', 'relay-client/sender-not-allowed'],
  ['550 5.7.1 TLS required', 'relay-client/tls-demanded'],
  [
    '451 4.7.650 The mail server [198.51.100.7] has been temporarily rate limited due to IP reputation.',
    'relay-client/own-address-listed',
  ],
  ['550-5.7.1 This mail is for our filter Spam 550-5.7.1 Detected in it', 'relay-client/taken-for-spam'],
  [
    '550-5.7.26 This mail has been blocked because the sender is unauthenticated. 550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.',
    'relay-client/sender-not-proven',
  ],
  [
    '550 5.7.509 Access denied, sending domain example.test does not pass DMARC verification and has a DMARC policy of reject.',
    'relay-client/sender-not-proven',
  ],
  [
    '554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org',
    'relay-client/own-address-listed',
  ],
  [
    '550 5.7.1 Unfortunately, messages from [198.51.100.7] weren’t sent. Part of their network is on our block list (S3150).',
    'relay-client/own-address-listed',
  ],
  [
    '550 5.7.1 Service unavailable, Client host [198.51.100.7] blocked using Spamhaus PBL.',
    'relay-client/direct-mail-refused',
  ],
  [
    '550-5.7.25 [198.51.100.7] The IP address sending this message does not have a PTR record setup',
    'relay-client/own-address-without-name',
  ],
  ['554-No SMTP service 554-Bad DNS PTR resource record.', 'relay-client/own-address-without-name'],
  [
    '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail. To protect our users from spam, it has been rate limited.',
    'relay-client/taken-for-spam',
  ],
  [
    '421 4.7.0 [TSS04] Messages from 198.51.100.7 temporarily deferred due to unexpected volume or user complaints',
    'relay-client/taken-for-spam',
  ],
  [
    '554 IP=198.51.100.7 - A problem occurred. (Ask your postmaster for help or to contact postmaster@mx.example.net to clarify.)',
    'relay-client/own-address-listed',
  ],
  ['553 5.3.0 198.51.100.7 Rejected - see http://www.spamhaus.org', 'relay-client/own-address-listed'],
  ['550 Rejected 198.51.100.7 found in dnsbl.sorbs.net', 'relay-client/own-address-listed'],
  [
    '550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.',
    'relay-client/own-address-listed',
  ],
  ['454 Throttling failure: Daily message quota exceeded.', 'relay-client/sending-limited'],
  ['550 5.4.5 Daily sending quota exceeded.', 'relay-client/sending-limited'],
  ['552 5.2.2 <bob@example.com> Quota exceeded (mailbox for user is full)', 'delivery/mailbox-full'],
  ['552-5.2.2 The email account that you tried to reach is over quota', 'delivery/mailbox-full'],
  ['550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown', 'delivery/recipient-unknown-elsewhere'],
])('%s is one thing', async (reply, id) => {
  const status = reply.startsWith('4') ? 'deferred' : 'bounced';
  const line = `postfix/smtp[9]: 3C1D8C1D28: to=<bob@example.com>, relay=mail.example.com[203.0.113.25]:25, delay=1, delays=0.1/0/0.5/0.4, dsn=5.0.0, status=${status} (host mail.example.com[203.0.113.25] said: ${reply} (in reply to RCPT TO command))`;

  const { findings } = await diagnoseLines(catalogue, [line]);

  expect(findings.map(({ mode, confidence }) => `${mode.id} ${confidence}`)).toEqual([`${id} certain`]);
});

test.each([
  'postfix/smtpd[9]: warning: valid_hostname: invalid character 95(decimal): my_host.example.com',
  'postfix/smtp[9]: warning: valid_hostname: numeric hostname: 203.0.113.9',
])('%s is said of the name of another, and is no fault of the server', async (line) => {
  expect((await diagnoseLines(catalogue, [line])).findings).toEqual([]);
});

test.each([
  [
    'Exim',
    '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@example.org R=dnslookup T=remote_smtp: SMTP error from remote mail server after RCPT TO:<bob@example.org>: host mx.example.org [192.0.2.1]: 550-inconsistent or no DNS PTR record for 198.51.100.7',
  ],
  [
    'OpenSMTPD',
    'smtpd[53]: 9c2c9a5fd3d6b2e1 mta delivery evpid=1 from=<alice@example.test> to=<bob@example.org> rcpt=<-> source="198.51.100.7" relay="192.0.2.1 (mx.example.org)" delay=1s result="PermFail" stat="550 5.7.1 no PTR record for 198.51.100.7"',
  ],
  [
    'Sendmail',
    'sendmail[53]: 4AO0aa001: to=<bob@example.org>, delay=00:00:01, mailer=esmtp, relay=mx.example.org. [192.0.2.1], dsn=5.7.25, reply=550 5.7.25 The IP address has no PTR record, stat=Service unavailable',
  ],
])('it means the same where %s tells of it, in a paste and in a log', async (_server, line) => {
  const readings = [
    await diagnose(catalogue, { logs: [pastedLog('a paste', line)], facts: noFacts }),
    await diagnoseLines(catalogue, [line]),
    await diagnoseLines(catalogue, [`Nov 24 23:49:37 mail ${line}`]),
  ];

  for (const { findings } of readings) {
    expect(findings[0]).toMatchObject({ confidence: 'certain', mode: { id: 'relay-client/own-address-without-name' } });
  }
});
