/** A weakness that somebody has reported of mail servers, and what is asked about it. */
export interface KnownCve {
  readonly id: string;
  /** Whose, and in which versions. */
  readonly software: string;
  readonly what: string;
  /** What is asked, and on what it is judged. Where nothing is, why not. */
  readonly asked: string;
  /** The checks that ask it. */
  readonly checks: RegExp | undefined;
}

const crashes = 'not asked: all that a client could see is that the server crashes';

/**
 * Those that a client can see, with what is asked of every server, whatever its name and version: distributions mend them without
 * another version, so a version says nothing. Nothing that is asked harms a server that has the weakness.
 */
export const knownCves: readonly KnownCve[] = [
  {
    id: 'CVE-2011-0411',
    software: 'Postfix before 2.4.16, 2.5.12, 2.6.9 and 2.7.3',
    what: 'what is said in clear behind STARTTLS is obeyed within TLS',
    asked: 'an unknown command in the packet of STARTTLS: the first reply within TLS is that to EHLO',
    checks: /^attacks\/starttls-injection-on-/,
  },
  {
    id: 'CVE-2021-33515',
    software: "Dovecot's submission service before 2.3.14.1",
    what: 'the same',
    asked: 'the same; no reference server has that service',
    checks: /^attacks\/starttls-injection-on-/,
  },
  {
    id: 'CVE-2011-1720',
    software: 'Postfix before 2.5.13, 2.6.10, 2.7.4 and 2.8.3, with Cyrus SASL',
    what: 'a login that fails leaves its exchange in memory, which one by another mechanism then corrupts',
    asked:
      'a second exchange by the same mechanism, which harms none: it has a challenge of its own, and the answer to the first is ' +
      'refused. Another mechanism after a failure is not tried',
    checks: /^attacks\/failed-(cram|digest)-md5-leaves-nothing$/,
  },
  ...(
    [
      ['CVE-2023-51764', 'Postfix before 3.8.4, and later unless smtpd_forbid_bare_newline is set'],
      ['CVE-2023-51765', 'Sendmail before 8.18'],
      ['CVE-2023-51766', 'Exim before 4.97.1'],
    ] as const
  ).map(
    ([id, software]): KnownCve => ({
      id,
      software,
      what: 'an end of data that is none ends a message, and what follows is a message of its own (SMTP smuggling)',
      asked:
        'eight such ends in one message, at once, octet by octet, and from a client that is trusted: one reply, and one message at ' +
        'the sink. What bare line feeds do on the reference server is asked by version',
      checks: /^attacks\/end-of-data-|^versions\/bare-newline$/,
    }),
  ),
  {
    id: 'CVE-2005-0337',
    software: 'Postfix 2.1.3, with permit_mx_backup',
    what: 'mail to hosts that have IPv6 addresses is relayed for everybody',
    asked: 'mail to two domains of strangers whose second MX is the server, one with a first MX that has IPv6 alone',
    checks: /^open-relay\/mx-names-server$/,
  },
  {
    id: 'CVE-2013-4122',
    software: 'Cyrus SASL up to 2.1.26, with glibc 2.17 or later',
    what: 'saslauthd dies of the password of an account that is locked',
    asked: 'of reference servers alone: a locked account is refused with 535, and the next user gets in',
    checks: /^password-stores\/saslauthd-(shadow|pam)-locked-account$/,
  },
  {
    id: 'CVE-2022-24407',
    software: 'Cyrus SASL 2.1.17 to 2.1.27, its plug-in for SQL',
    what: 'a password that is kept is put into the query as it is',
    asked: 'nothing where passwords are kept, which no client does; names and passwords with quotes get in nowhere',
    checks: /^attacks\/names-are-no-patterns$/,
  },
  {
    id: 'CVE-2002-2043',
    software: 'a patch for Cyrus SASL 1.5 that asks LDAP and MySQL',
    what: 'a password that is part of a query lets in as anybody',
    asked: "the passwords `x' or '1'='1` and `*`, and names with wildcards, quotes and brackets, are refused",
    checks: /^attacks\/names-are-no-patterns$/,
  },
  {
    id: 'CVE-2008-1218',
    software: 'Dovecot before 1.0.13',
    what: 'a password with a tab in it switches its own check off',
    asked: 'a wrong password with a tab and `skip_password_check=1` is refused',
    checks: /^attacks\/names-are-no-patterns$/,
  },
  {
    id: 'CVE-2021-3618',
    software: 'Sendmail before 8.17, and others (ALPACA)',
    what: 'a browser is made to speak to a mail server, which obeys what is in its request',
    asked:
      'an HTTP request with EHLO and MAIL in its body: no command of it is obeyed; told, since few servers do better',
    checks: /^attacks\/http-is-no-mail$/,
  },
  {
    id: 'CVE-2009-3555',
    software: 'TLS libraries before 2010',
    what: 'TLS is renegotiated with what somebody else has said before',
    asked: 'the first message of the server says that it renegotiates securely',
    checks: /^tls\/secure-renegotiation$/,
  },
  {
    id: 'CVE-2014-3566',
    software: 'everything that speaks SSL 3.0',
    what: 'what is encrypted can be read (POODLE)',
    asked: 'a first message of SSL 3.0 is refused',
    checks: /^tls\/no-ssl-3$/,
  },
  ...['CVE-2013-2566', 'CVE-2015-0204', 'CVE-2016-2183'].map(
    (id): KnownCve => ({
      id,
      software: 'everything that takes RC4, keys for export, or blocks of 64 bits',
      what: 'what is encrypted can be read (FREAK, Sweet32)',
      asked: 'first messages that offer these ciphers alone are refused',
      checks: /^tls\/no-weak-ciphers$/,
    }),
  ),
  {
    id: 'CVE-2019-19906',
    software: 'Cyrus SASL up to 2.1.27',
    what: 'a message of error is one octet too long, which ends an LDAP server',
    asked: 'not asked: no client of a mail server brings that about',
    checks: undefined,
  },
  ...(
    [
      ['CVE-2006-1721', 'Cyrus SASL before 2.1.21', 'a response of DIGEST-MD5 without a realm ends the server'],
      ['CVE-2009-0688', 'Cyrus SASL before 2.1.23', 'base64 is written beyond the end of memory'],
      ['CVE-2023-42115', 'Exim before 4.96.1', 'a response of EXTERNAL is written beyond the end of memory'],
    ] as const
  ).map(([id, software, what]): KnownCve => ({ id, software, what, asked: crashes, checks: undefined })),
  ...(
    [
      ['CVE-2019-10149', 'Exim 4.87 to 4.91', 'a recipient is expanded, and so runs commands'],
      ['CVE-2020-7247', 'OpenSMTPD before 6.6.2', 'a sender with shell characters runs commands'],
    ] as const
  ).map(
    ([id, software, what]): KnownCve => ({
      id,
      software,
      what,
      asked: 'not asked: to see it, a command would have to be run on the server',
      checks: undefined,
    }),
  ),
];
