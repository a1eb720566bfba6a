import { noFacts, readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { logOfLines } from '../../../helpers/diagnosis/log/log-source';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import type { ServerFacts } from '../../../helpers/model/failure-mode';

async function found(lines: readonly string[], facts: ServerFacts = noFacts) {
  const { findings } = await diagnose(catalogue, { logs: [logOfLines('l', lines)], facts });
  const ids = (certain: boolean) =>
    findings.flatMap(({ mode, confidence }) => ((confidence === 'certain') === certain ? mode.id : []));
  return { certain: ids(true), others: ids(false) };
}

describe('a recipient that is refused', () => {
  const text =
    'compatibility_level = 3.6\nmyhostname = mail.example.test\nmynetworks = 127.0.0.0/8\nmydestination = $myhostname, localhost.$mydomain, localhost\n';
  const { facts } = readConfiguration([{ kind: 'main.cf', file: 'main.cf', text }], () => undefined);
  const denied = (client: string, recipient: string) =>
    `postfix/smtpd[9]: NOQUEUE: reject: RCPT from x[${client}]: 454 4.7.1 <${recipient}>: Relay access denied; from=<a@example.test> to=<${recipient}> proto=ESMTP helo=<x>`;

  test.each([
    ['203.0.113.9', 'relay-refused/not-logged-in-deferred'],
    ['::1', 'relay-refused/ipv6-client-outside-mynetworks'],
    ['10.1.2.3', 'relay-refused/private-client-outside-mynetworks'],
  ])('elsewhere, from %s, does not say that the own domain is not local', async (client, id) => {
    const { certain, others } = await found([denied(client, 'bob@example.com')], facts);

    expect(certain).not.toContain('relay-refused/own-domain-not-local');
    expect([...certain, ...others]).toContain(id);
    expect([...certain, ...others]).not.toContain('relay-refused/own-domain-not-local');
  });

  test('at the parent of its name says that it is not local', async () => {
    const { certain } = await found([denied('203.0.113.9', 'bob@example.test')], facts);

    expect(certain).toContain('relay-refused/own-domain-not-local');
  });

  test.each([
    ['www.example.test', 'example.test', true],
    // As whoever sends by the right server, and those who look for an open relay.
    ['client.outside.example', 'outside.example', false],
  ])('from %s, with a sender of %s, is of a machine of one’s own: %s', async (client, domain, isOwn) => {
    const line = `postfix/smtpd[9]: NOQUEUE: reject: RCPT from ${client}[203.0.113.9]: 454 4.7.1 <bob@example.com>: Relay access denied; from=<a@${domain}> to=<bob@example.com> proto=ESMTP helo=<x>`;

    const { certain, others } = await found([line], facts);

    expect([...certain, ...others].includes('relay-refused/own-machine-outside-mynetworks')).toBe(isOwn);
  });
});

describe('what other things write too is not certain', () => {
  test.each([
    [
      'bad command startup of smtp is nothing of smtpd',
      'postfix/master[9]: warning: /usr/libexec/postfix/smtp: bad command startup -- throttling',
      ['services/daemon-crashes'],
    ],
    [
      'a step that is missing, without a line that was too long',
      'postfix/smtpd[9]: warning: x[192.0.2.1]: SASL PLAIN authentication failed: another step is needed in authentication',
      ['client/base64-incomplete'],
    ],
  ])('%s', async (_what, line, ids) => {
    expect(await found([line])).toEqual({ certain: [], others: ids });
  });

  test('one line that was too long does not explain those of other sessions', async () => {
    const short = (pid: number) =>
      `postfix/smtpd[${pid}]: warning: x[192.0.2.1]: SASL PLAIN authentication failed: another step is needed in authentication`;

    const { certain, others } = await found([
      'postfix/smtpd[1]: warning: x[192.0.2.1]: request longer than 2048: AUTH PLAIN AGFsaWNl...',
      short(1),
      short(2),
      short(3),
    ]);

    expect({ certain, others }).toEqual({ certain: ['client/line-too-long'], others: ['client/base64-incomplete'] });
  });
});

test.each([
  [
    'relay-client/basic-authentication-disabled',
    'postfix/smtp[9]: B9612B: to=<bob@example.com>, relay=r[192.0.2.30]:587, delay=1, delays=0/0/1/0, dsn=5.7.139, status=deferred (SASL authentication failed; server r[192.0.2.30] said: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled.)',
  ],
  [
    'client/initial-response-not-allowed',
    'postfix/smtpd[9]: warning: SASL authentication failure: Remote sent first but mech does not allow it.',
    'postfix/smtpd[9]: warning: x[192.0.2.1]: SASL CRAM-MD5 authentication failed: bad protocol / cancel',
  ],
  [
    'client/plain-with-nul-behind',
    'postfix/smtpd[9]: warning: SASL authentication failure: Got more data than we were expecting in the PLAIN plugin?',
    'postfix/smtpd[9]: warning: x[192.0.2.1]: SASL PLAIN authentication failed: bad protocol / cancel',
  ],
  [
    'dovecot/wrong-password',
    'dovecot: auth(alice@example.test,172.17.0.1,sasl:plain): Info: passwd-file: Password mismatch',
  ],
  [
    'dovecot/wrong-password',
    'auth(alice@example.test,198.51.100.4,sasl:login)<CvN+E95Uf4e7eEnj>: Info: sql: Password mismatch',
    'postfix/smtpd[9]: warning: x[198.51.100.4]: SASL LOGIN authentication failed: (reason unavailable), sasl_username=alice@example.test',
  ],
  ['dovecot/unknown-user', 'dovecot: auth(bob,172.17.0.1,sasl:plain): Info: passwd-file: unknown user'],
  [
    'tls/unknown-protocol',
    'postfix/smtps/smtpd[9]: warning: TLS library problem: error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol:s23_srvr.c:640:',
  ],
  ['dovecot/unknown-mechanism', "dovecot: auth: Fatal: Unknown authentication mechanism 'FOO'"],
])('%s is certain, and nothing else is said', async (id, ...lines) => {
  expect(await found(lines)).toEqual({ certain: [id], others: [] });
});

test('a wrong login before the right one is nothing', async () => {
  const session = [
    'postfix/smtpd[9]: warning: SASL authentication failure: no secret in database',
    'postfix/smtpd[9]: warning: x[192.0.2.1]: SASL CRAM-MD5 authentication failed: authentication failure, sasl_username=alice',
    'postfix/smtpd[9]: B8C341767CC: client=x[192.0.2.1], sasl_method=PLAIN, sasl_username=alice',
    'postfix/smtpd[9]: disconnect from x[192.0.2.1] ehlo=1 auth=1/2 mail=1 rcpt=1 data=1 quit=1 commands=6/7',
  ];

  expect(await found(session)).toEqual({ certain: [], others: [] });
});

test('a list that is set twice, the last of which locks out those who logged in, is the first finding', async () => {
  const text = `smtpd_sasl_auth_enable = yes
compatibility_level = 3.6
smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination
`;
  const { facts } = readConfiguration([{ kind: 'main.cf', file: 'main.cf', text }], () => undefined);
  const denied =
    'postfix/smtpd[9]: NOQUEUE: reject: RCPT from x[203.0.113.9]: 554 5.7.1 <bob@example.com>: Relay access denied; from=<a@example.test> to=<bob@example.com> proto=ESMTP helo=<x>';

  for (const lines of [[], [denied]]) {
    expect((await found(lines, facts)).certain).toEqual(['relay-refused/list-set-twice']);
  }
});

test.each([
  ['a line that somebody has pasted', [], []],
  ['one beside the variables of an image', ['PORTS', 'RELAYNETS', 'HOSTNAMES', 'SUBJECT', 'ADMIN'], []],
  [
    'a whole one',
    [
      ...['biff', 'readme_directory', 'recipient_delimiter', 'mailbox_size_limit', 'inet_protocols'],
      ...['myhostname', 'mydestination', 'mynetworks', 'alias_maps', 'alias_database'],
    ],
    ['auth-not-offered/switched-off'],
  ],
])('main.cf, %s: that AUTH is nowhere switched on says what it does', async (_what, others, expected) => {
  const text = `smtpd_sasl_security_options = noanonymous\n${others.map((name) => `${name} = x\n`).join('')}`;
  const { facts } = readConfiguration([{ kind: 'main.cf', file: 'main.cf', text }], () => undefined);

  expect((await found([], facts)).certain).toEqual(expected);
});

const factsOf = (text: string) =>
  readConfiguration([{ kind: 'main.cf', file: 'main.cf', text }], () => undefined).facts;

test('where nobody can log in, no list is said to be without a permission for logins', async () => {
  const text =
    'myhostname = mail.example.test\nmynetworks = 127.0.0.0/8\nalias_maps = hash:/etc/aliases\ninet_interfaces = all\nbiff = no\nsmtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination\n';
  const line =
    'postfix/smtpd[9]: NOQUEUE: reject: RCPT from unknown[192.168.1.254]: 554 5.7.1 <bob@example.com>: Relay access denied; from=<a@example.test> to=<bob@example.com> proto=ESMTP helo=<x>';

  const { certain, others } = await found([line], factsOf(text));

  expect(certain).toEqual([]);
  expect(others).toContain('relay-refused/private-client-outside-mynetworks');
  const withAuth = await found([line], factsOf(`${text}smtpd_sasl_auth_enable = yes\n`));
  expect(withAuth.certain).toEqual(['relay-refused/login-not-permitted']);
});

test('a login that the log shows was tried, whatever an older main.cf says', async () => {
  const text =
    'relayhost = [smtp.gmail.com]:587\nsmtp_use_tls = yes\nmynetworks = 127.0.0.0/8\nbiff = no\ninet_interfaces = all\nalias_maps = hash:/etc/aliases\nalias_database = hash:/etc/aliases\nmyhostname = mail.example.test\nmydestination = localhost\nrecipient_delimiter = +\nmailbox_size_limit = 0\n';
  const lines = [
    'postfix/smtp[9]: warning: SASL authentication failure: No worthy mechs found',
    'postfix/smtp[9]: 48C42115F9D: to=<a@example.net>, relay=smtp.gmail.com[203.0.113.109]:587, delay=17, delays=0.2/0.1/16/0, dsn=4.7.0, status=deferred (SASL authentication failed; cannot authenticate to server smtp.gmail.com[203.0.113.109]: no mechanism available)',
  ];

  const { certain, others } = await found(lines, factsOf(text));

  expect([...certain, ...others]).toEqual(['relay-client/plaintext-forbidden']);
});

describe('what a configuration can not tell is not certain', () => {
  const refused = (relay: string, words: string) =>
    `postfix/smtp[9]: 063C3A3BD7: to=<bob@example.org>, relay=${relay}, delay=1, delays=0/0/1/0, dsn=5.7.0, status=bounced (host ${relay.replace(/:\d+$/, '')} said: ${words})`;
  const usual = 'mynetworks = 127.0.0.0/8\nbiff = no\ninet_interfaces = all\nalias_maps = hash:/etc/aliases\n';

  test.each([
    [
      'whether the password stands under relayhost’s text',
      'smtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = hash:/etc/postfix/sasl\n',
      'relay-client/password-under-another-name',
    ],
    ['whether relayhost wants a login', '', 'relay-client/login-not-enabled'],
  ])('%s', async (_what, settings, id) => {
    const line = refused(
      'smtp.example.net[192.0.2.30]:587',
      '554 5.7.1 <bob@example.org>: Relay access denied (in reply to RCPT TO command)',
    );

    const { certain, others } = await found([line], factsOf(`relayhost = [smtp.example.net]:587\n${usual}${settings}`));

    expect(certain).toEqual([]);
    expect(others).toContain(id);
  });

  test('where a transport leads, which is no MX record', async () => {
    const line = refused(
      'smtp.example.net[192.0.2.30]:2525',
      '550 5.7.1 <bob@example.org>: Relaying denied (in reply to RCPT TO command)',
    );

    const { certain, others } = await found(
      [line],
      factsOf(`${usual}relayhost =\ntransport_maps = hash:/etc/postfix/transport\n`),
    );

    expect([...certain, ...others]).not.toContain('dns/mx-leads-elsewhere');
    expect(others).toContain('relay-client/login-not-enabled');
  });
});

test('what the log tells of comes before what the configuration shows beside it', async () => {
  const lines = [
    'postfix/smtp[9]: warning: SASL authentication failure: No worthy mechs found',
    'postfix/smtp[9]: 48C42115F9D: to=<a@example.net>, relay=smtp.gmail.com[203.0.113.109]:587, delay=17, delays=0.2/0.1/16/0, dsn=4.7.0, status=deferred (SASL authentication failed; cannot authenticate to server smtp.gmail.com[203.0.113.109]: no mechanism available)',
  ];
  const text =
    'relayhost = [smtp.gmail.com]:587\nsmtp_sasl_auth_enable = yes\nsmtpd_sasl_security_options =\nmynetworks = 127.0.0.0/8\nbiff = no\ninet_interfaces = all\nalias_maps = hash:/etc/aliases\nalias_database = hash:/etc/aliases\nmyhostname = mail.example.test\nmydestination = localhost\nrecipient_delimiter = +\nmailbox_size_limit = 0\n';

  const { findings } = await diagnose(catalogue, { logs: [logOfLines('l', lines)], facts: factsOf(text) });

  const ids = findings.map(({ mode }) => mode.id);

  expect(ids[0]).toBe('relay-client/plaintext-forbidden');
  expect(ids).toContain('open-relay/anonymous-offered');
});

test.each([
  ['15, of whoever stops Postfix', 15, []],
  ['11, of its own', 11, ['services/policy-command-ends']],
])('a policy command that ends by signal %s', async (_whose, signal, ids) => {
  const line = `Nov 24 23:49:37 mail postfix/spawn[12]: warning: command /usr/bin/policyd-spf killed by signal ${signal}`;

  expect((await found([line])).certain).toEqual(ids);
});
