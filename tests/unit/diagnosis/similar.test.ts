import { similarModes } from '../../../helpers/diagnosis/similar';
import { topics } from '../../../helpers/diagnosis/topics/topics';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

/** Lines that no sign knows, as a program might write them tomorrow, and what they may come from. */
const ledTo = [
  ['the mail gateway presented a certificate that expired last week', 'client/certificate-not-trusted'],
  ['TLS upgrade refused: peer answered STARTTLS with 502', 'client/starttls-not-offered'],
  ['mailer: could not look up host smtp.example.test', 'client/server-name-not-found'],
  ['mailer: dialing port 587 was actively refused', 'client/nothing-listens'],
  ['no response from mail server within 30 seconds', 'client/connection-times-out'],
  ['credentials rejected by the outgoing server', 'client/login-refused'],
  ['the server wants a login first, and none is configured', 'client/sends-without-login'],
  [
    'the peer has no authentication mechanism that we support, mechanism list unsupported',
    'client/no-mechanism-in-common',
  ],
  [
    '550 sorry, this sender may not be used with your account, sender address not authorized',
    'relay-client/sender-not-allowed',
  ],
  ['550 we do not relay for strangers', 'client/sends-without-login'],
  [
    'Nov 29 10:00:00 mail postfix/smtp[9]: 4Q1: to=<x@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, status=bounced (host mx.example.net[192.0.2.1] said: 550 rejected, unheard-of spam)',
    'relay-client/taken-for-spam',
  ],
  [
    'Nov 29 10:00:00 mail postfix/smtp[9]: warning: unheard-of trouble: certificate not trusted',
    'relay-client/certificate-not-trusted',
  ],
  ['Nov 29 10:00:00 mail dovecot: auth: Error: unheard-of trouble: database query failed', 'dovecot/database-fails'],
  [
    'Nov 29 10:00:00 mail exim[9]: unheard-of trouble: cannot open /etc/exim4/exim.key: Permission denied',
    'exim/certificate-unusable',
  ],
  ['[29/Nov/2026 17:00:45] mailer: delivery to unknown recipient', 'delivery/recipient-unknown-elsewhere'],
  ['Nov 29 10:00:00 mail smtpd[9]: info: nothing', undefined],
  ['{:error,', undefined],
  ['  smtp_port: 465', undefined],
  ['    raise SMTPRecipientsRefused(senderrs)', undefined],
  ['    at TLSSocket.onConnectSecure (_tls_wrap.js:1055:34)', undefined],
  ['Nov 29 10:00:00 mail sshd[9]: error: login failed: invalid format from 192.0.2.1 port 587', undefined],
  ['Nov 29 10:00:00 mail postfix/smtpd[9]: 4Q1: client=unknown[192.0.2.1], sasl_method=DIGEST-MD5', undefined],
  [
    'Nov 29 10:00:00 mail postfix/smtpd[9]: NOQUEUE: reject_warning: RCPT from mx.example.net[192.0.2.1]: 450 4.1.8 <x@example.net>: Sender address rejected: Domain not found',
    undefined,
  ],
  ['Nov 29 10:00:00 mail postfix/smtpd[9]: connect from client.example.test[192.0.2.1]', undefined],
] as const;

test.each(ledTo)('%s', (text, id) => {
  const led = similarModes(catalogue, [{ file: 'paste', line: 1, text }]).flatMap(({ modes }) => modes);

  if (id === undefined) expect(led).toEqual([]);
  else expect(led.map((mode) => mode.id)).toContain(id);
});

/** What servers write that are well, with numbers and words in it that mean trouble elsewhere. */
const healthy = [
  'Nov 29 10:00:00 mail postfix/submission/smtpd[550]: connect from client.example.test[192.0.2.1]',
  'Nov 29 10:00:00 mail postfix/submission/smtpd[550]: 87F043F2BE: client=client.example.test[192.0.2.1], sasl_method=PLAIN, sasl_username=alice',
  'Nov 29 10:00:00 mail postfix/cleanup[551]: 87F043F2BE: message-id=<20241129.501@example.test>',
  'Nov 29 10:00:00 mail postfix/qmgr[90]: 87F043F2BE: from=<alice@example.test>, size=512, nrcpt=1 (queue active)',
  'Nov 29 10:00:01 mail postfix/smtp[552]: Trusted TLS connection established to mx.example.org[203.0.113.5]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)',
  'Nov 29 10:00:01 mail postfix/smtp[552]: 87F043F2BE: to=<bob@example.org>, relay=mx.example.org[203.0.113.5]:25, delay=0.55, delays=0.1/0.05/0.3/0.1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4XyZ)',
  'Nov 29 10:00:01 mail postfix/qmgr[90]: 87F043F2BE: removed',
  'Nov 29 10:00:01 mail postfix/submission/smtpd[550]: disconnect from client.example.test[192.0.2.1] ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8',
  'Nov 29 10:00:02 mail dovecot: imap-login: Login: user=<alice>, method=PLAIN, rip=192.0.2.1, lip=192.0.2.2, mpid=4711, TLS, session=<abc>',
  'Nov 29 10:00:03 mail dovecot: imap(alice)<4711><abc>: Disconnected: Logged out in=100 out=550 deleted=0 expunged=0 trashed=0 hdr_count=0 hdr_bytes=0 body_count=0 body_bytes=0',
  'Nov 29 10:00:03 mail exim[99]: 2024-11-29 10:00:00 1tH0aB-0000000012-0001 <= alice@example.test H=client.example.test [192.0.2.1] P=esmtpsa X=TLS1.3 CV=no A=plain:alice S=550',
  'Nov 29 10:00:04 mail exim[99]: 2024-11-29 10:00:00 1tH0aB-0000000012-0001 => bob@example.org R=dnslookup T=remote_smtp H=mx.example.org [203.0.113.5] X=TLS1.3 CV=yes C="250 OK"',
  'Nov 29 10:00:04 mail smtpd[12]: 8a6b1c2d3e4f5061 mta delivery evpid=a1b2 from=<alice@example.com> to=<bob@example.net> rcpt=<-> source="192.0.2.1" relay="203.0.113.5 (mx.example.org)" delay=1s result="Ok" stat="250 2.0.0 Ok"',
  'Nov 29 10:00:05 mail sendmail[44]: 4ATA00ab000012: to=<bob@example.net>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=120345, relay=mx.example.net. [203.0.113.5], dsn=2.0.0, stat=Sent (OK)',
  'Nov 29 10:00:00 mail postfix/postfix-script[88]: starting the Postfix mail system',
  'Nov 29 10:00:00 mail postfix/master[90]: daemon started -- version 3.7.11, configuration /etc/postfix',
  'Nov 29 10:00:00 mail postfix/anvil[91]: statistics: max connection rate 1/60s for (submission:192.0.2.1) at Nov 29 10:00:00',
  'Nov 29 10:00:00 mail postfix/scache[91]: statistics: start interval Nov 29 10:00:00',
  'Nov 29 10:00:00 mail saslauthd[400]: detach_tty : master pid is: 400',
  'Nov 29 10:00:00 mail saslauthd[400]: ipc_init : listening on socket: /run/saslauthd/mux',
  'Nov 29 10:00:00 mail dovecot: master: Dovecot v2.3.19.1 (9b53102964) starting up for imap, lmtp, pop3 (core dumps disabled)',
  'Nov 29 10:00:00 mail dovecot: lmtp(alice)<550><abc>: save: box=INBOX, uid=12, msgid=<x@example.test>, size=554',
  'Nov 29 10:00:00 mail opendkim[90]: 87F043F2BE: DKIM-Signature field added (s=mail, d=example.test)',
  'Nov 29 10:00:00 mail rspamd[90]: (rspamd_proxy) <b0e9df>; proxy; rspamd_task_write_log: id: <x@example.test>, from: <alice@example.test>, (default: F (no action): [-0.10/15.00] [MIME_GOOD(-0.10){text/plain;}]), len: 554',
  'Nov 29 10:00:00 mail systemd[1]: Started Postfix Mail Transport Agent.',
  'Nov 29 10:00:00 mail CRON[550]: (root) CMD (test -x /usr/sbin/anacron || run-parts /etc/cron.daily)',
  'Nov 29 10:00:00 mail kernel: [12345.6] eth0: link up',
  '2024-11-29 10:00:00 Start queue run: pid=550',
  '2024-11-29 10:00:00 End queue run: pid=550',
  '2024-11-29 10:00:00 exim 4.96 daemon started: pid=550, -q30m, listening for SMTP on port 25 (IPv6 and IPv4)',
] as const;

test.each(healthy)('it is well: %s', (text) => {
  expect(similarModes(catalogue, [{ file: 'paste', line: 1, text }])).toEqual([]);
});

test('a line of one server is not led to what only another one has', () => {
  const text = 'Nov 29 10:00:00 mail postfix/smtp[9]: warning: unheard-of trouble: certificate not trusted';

  const [{ modes } = { modes: [] }] = similarModes(catalogue, [{ file: 'paste', line: 1, text }]);

  expect(modes.filter(({ id }) => !/^(?:relay-client|delivery|permissions|dns)\//.test(id))).toEqual([]);
});

test('what has been found is not told again', () => {
  const text = 'mailer: credentials rejected by the outgoing server';
  const candidates = catalogue.filter(({ id }) => id !== 'client/login-refused');

  const led = similarModes(catalogue, [{ file: 'paste', line: 1, text }], { candidates });

  expect(led.flatMap(({ modes }) => modes.map(({ id }) => id))).not.toContain('client/login-refused');
});

test('every mode that a topic leads to exists, once', () => {
  const known = new Set(catalogue.map(({ id }) => id));

  expect(topics.flatMap(({ modes }) => modes.filter((id) => !known.has(id)))).toEqual([]);
  for (const { modes } of topics) expect(new Set(modes).size).toBe(modes.length);
});
