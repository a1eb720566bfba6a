import type { FactSign, FailureMode, LogSign, ServerFacts } from '../model/failure-mode';
import { fromServerItself, mailOfUser, mailToLocalUser } from './client-steps';
import { denied, privateIpv4, privateIpv6, relayDenied, usersMayRelay } from './relay-denied';
import { opposite, postfixSmtpd, rejects, wordsOf } from './restriction-lists';

const domainClasses = ['mydestination', 'virtual_alias_domains', 'virtual_mailbox_domains', 'relay_domains'] as const;

/** Whether the server takes mail for the domain that it calls its own. */
export const ownDomainIsLocal: FactSign = {
  words: '$mydomain is among the domains for which the server takes mail',
  look: `postconf -h mydomain; postconf ${domainClasses.join(' ')}`,
  holds: (facts) => {
    const domain = ownDomain(facts);
    if (!facts.mainCf || domain === undefined) return undefined;
    const words = domainClasses.flatMap((name) => wordsOf(facts, name, name === 'mydestination' ? usual : '') ?? []);
    if (words.some((word) => word.toLowerCase() === domain || word === '$mydomain')) return true;
    // What is in a table can't be told from main.cf.
    return words.some((word) => /[:/]/.test(word)) ? undefined : false;
  },
};

const usual = '$myhostname, localhost.$mydomain, localhost';

function ownDomain({ mainCf, hostname }: ServerFacts): string | undefined {
  return (mainCf?.get('mydomain')?.value ?? hostname?.replace(/^[^.]+\./, ''))?.toLowerCase();
}

const ipv6Missing: FactSign = {
  words: 'mynetworks names no IPv6 network',
  look: 'postconf -h mynetworks',
  holds: (facts) =>
    facts.mainCf?.has('mynetworks') && !wordsOf(facts, 'mynetworks')?.some((word) => /::|\[/.test(word)),
};

const askOwners = `postconf -e smtpd_sender_login_maps=hash:/etc/postfix/sender_login \\
  smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch`;

const typeUnknown: LogSign = {
  pattern: /^(?:error|warning|fatal): (?:\S+ is unavailable\. )?unsupported dictionary type: (?!\S+ \()/,
  specimen: 'postfix/smtpd[84]: error: unsupported dictionary type: hash',
  strength: 'suggests',
  program: /^postfix\S*\/(?:smtpd|proxymap)$/,
};

const lookupFailed = rejects(
  /451 4\.3\.0 <.*>: Temporary lookup failure;/,
  'postfix/smtpd[1470]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 451 4.3.0 <alice@example.test>: Temporary lookup failure; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
  'accompanies',
);

/** Mail refused because of addresses, domains, owners of senders, and tables that can't be read. */
export const relayRefusedTables: readonly FailureMode[] = [
  {
    id: 'relay-refused/private-client-outside-mynetworks',
    kind: 'fault',
    title: 'a machine of the own network, or a container, is not in mynetworks',
    cause:
      'mynetworks is written out and names other networks than the one from which the client comes: 172.17.0.0/16, ' +
      'Docker’s first bridge, while every network of Compose gets a range of its own from 172.18 on, or the network ' +
      'of a machine that has moved. To Postfix the client is a stranger.',
    symptoms: {
      log: [denied(privateIpv4, undefined, '172.18.0.1', '454 4.7.1')],
      facts: [usersMayRelay, ownDomainIsLocal],
      client: '454 4.7.1 or 554 5.7.1 <x@elsewhere.example>: Relay access denied',
    },
    repair: {
      words:
        'Let the client log in; or give the network a fixed range and name exactly that. Never all of 172.16.0.0/12: ' +
        'Docker’s gateway is in it, and behind it may be everybody.',
      commands: ['postconf -e "mynetworks = 127.0.0.0/8, 172.18.0.0/24"', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e "mynetworks = 127.0.0.0/8, 10.255.0.0/24"',
      provoke: [
        fromServerItself('own address', 25, [
          'EHLO client',
          'MAIL FROM:<alice@example.test>',
          'RCPT TO:<x@elsewhere.example>',
          'QUIT',
        ]),
      ],
      repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['open-relay/inside-anonymous-foreign'],
    references: [
      'https://www.postfix.org/postconf.5.html#mynetworks',
      'https://github.com/docker-mailserver/docker-mailserver/issues/261',
      'https://github.com/bokysan/docker-postfix/issues/29',
    ],
  },
  {
    id: 'relay-refused/ipv6-client-outside-mynetworks',
    kind: 'fault',
    title: 'a client comes over IPv6, and mynetworks names IPv4 only',
    cause:
      'The client is the same machine as ever, but reaches the server over IPv6: `localhost` is ::1 first on many ' +
      'systems. mynetworks has no entry for that address; even 0.0.0.0/0 has none.',
    symptoms: {
      log: [denied(privateIpv6, undefined, '::1', '454 4.7.1')],
      facts: [ipv6Missing, usersMayRelay, ownDomainIsLocal],
      client: '454 4.7.1 or 554 5.7.1 <x@elsewhere.example>: Relay access denied',
    },
    repair: {
      words: 'Add the IPv6 addresses in square brackets, or don’t listen on IPv6.',
      commands: [
        'postconf -e "mynetworks = 127.0.0.0/8, [::1]/128"',
        'postconf -e inet_protocols=ipv4   # instead',
        'systemctl restart postfix',
      ],
    },
    unreproduced: 'the lab’s network has no IPv6',
    versions: {},
    noticedBy: [],
    references: ['https://github.com/wader/postfix-relay/issues/107', 'https://www.postfix.org/IPV6_README.html'],
  },
  {
    id: 'relay-refused/mynetworks-host-bits',
    kind: 'fault',
    title: 'mynetworks has an address with a mask that does not fit it',
    cause:
      'In 172.17.0.1/16 the bits behind the mask are not zero: it names a machine where a network should be. Postfix ' +
      'does not guess; it tells clients that it can’t look them up. Clients found by an entry further left are not ' +
      'affected, so it may be seen late.',
    symptoms: {
      log: [
        {
          pattern: /^(?:warning|error|fatal): (?:\w+: )?non-null host address bits in "/,
          specimen:
            'postfix/smtpd[290]: warning: mynetworks: non-null host address bits in "172.17.0.1/16", perhaps you should use "172.17.0.0/16" instead',
          strength: 'names',
        },
        lookupFailed,
      ],
      facts: [],
      client: '451 4.3.0 <client[198.51.100.7]>: Temporary lookup failure',
    },
    repair: {
      words: 'Write the network as the warning says, or the one address with /32.',
      commands: ['postconf -e "mynetworks = 127.0.0.0/8, 172.17.0.0/16"', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.1/24"',
      provoke: [mailOfUser],
      repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-local', 'authenticated-relay/plain-on-587-before-tls'],
    references: ['https://www.postfix.org/postconf.5.html#mynetworks'],
  },
  {
    id: 'relay-refused/mynetworks-unreadable-entry',
    kind: 'fault',
    title: 'mynetworks has an entry that is no network',
    cause:
      'A mask longer than the address (192.0.2.0/33), a missing octet, or a stray sign: Postfix can’t compare clients ' +
      'with it and puts everybody off who comes so far in the list.',
    symptoms: {
      log: [
        {
          pattern:
            /^(?:warning|error|fatal): (?:\w+: )?(?:bad mask length in|bad net\/mask pattern:|bad address pattern:) "/,
          specimen: 'postfix/smtpd[312]: warning: mynetworks: bad mask length in "192.0.2.0/33"',
          strength: 'names',
        },
        lookupFailed,
      ],
      facts: [],
      client: '451 4.3.0 <client[198.51.100.7]>: Temporary lookup failure',
    },
    repair: {
      words: 'Correct the entry that the warning quotes; IPv6 networks stand in brackets, [2001:db8::]/32.',
      commands: ['postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/33"',
      provoke: [mailOfUser],
      repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-local', 'authenticated-relay/plain-on-587-before-tls'],
    references: ['https://www.postfix.org/postconf.5.html#mynetworks'],
  },
  {
    id: 'relay-refused/own-domain-not-local',
    kind: 'fault',
    title: 'the server does not know its own domain as its own',
    cause:
      'The domain is in none of mydestination, virtual_alias_domains, virtual_mailbox_domains and relay_domains. Mail ' +
      'for it is then mail for somebody else, and refused from strangers like any other. The default of mydestination ' +
      'has the host’s name, not the domain.',
    symptoms: {
      log: [relayDenied],
      facts: [opposite(ownDomainIsLocal, '$mydomain is in none of the classes of domains'), usersMayRelay],
      client: '454 4.7.1 or 554 5.7.1 <alice@example.test>: Relay access denied',
    },
    repair: {
      words: 'Put the domain into exactly one class: mydestination for system users, virtual_… for virtual ones.',
      commands: [
        "postconf -e 'mydestination = $myhostname, localhost.$mydomain, localhost, $mydomain'",
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: `postconf -e 'mydestination = $myhostname, localhost.$mydomain, localhost'`,
      provoke: [mailToLocalUser],
      repair: `postconf -e 'mydestination = $myhostname, localhost.$mydomain, localhost, $mydomain'`,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-local'],
    references: ['https://www.postfix.org/ADDRESS_CLASS_README.html'],
  },
  {
    id: 'relay-refused/table-type-unsupported',
    kind: 'fault',
    title: 'a table of smtpd has a type that this Postfix does not have',
    cause:
      'Types are built in or come in packages of their own: postfix-mysql, postfix-pcre, postfix-lmdb. Alpine, newer ' +
      'SUSE and others build without Berkeley DB, so `hash:` and `btree:` of an old main.cf are unknown there. smtpd ' +
      'starts, and then puts off every mail for which it needs the table.',
    symptoms: {
      log: [typeUnknown, lookupFailed],
      facts: [],
      client: '451 4.3.0 <alice@example.test>: Temporary lookup failure',
    },
    repair: {
      words: 'Use a type that postconf -m lists and build the table anew; or install the package that brings the type.',
      commands: [
        'postconf -m',
        'yum install postfix-pgsql   # Debian: apt-get install postfix-pgsql',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `postconf -e smtpd_sender_login_maps=pgsql:/etc/postfix/sender_login \\
  smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch`,
      provoke: [mailOfUser],
      repair: `echo '@outside.example alice@example.test' >/etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login
postconf -e smtpd_sender_login_maps=hash:/etc/postfix/sender_login`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [
      'https://www.postfix.org/DATABASE_README.html#types',
      'https://github.com/Mailu/Mailu/pull/1918',
      'https://github.com/docker-mailserver/docker-mailserver/issues/3154',
      'https://github.com/Mailu/Mailu/issues/2191',
      'https://github.com/modoboa/modoboa/issues/1270',
    ],
  },
  {
    id: 'relay-refused/table-reader-not-trusted',
    kind: 'fault',
    title: 'the file that reads a type of table does not belong to root, so Postfix does not load it',
    cause:
      'The types of tables that come in packages are files such as postfix-mysql.so, which Postfix loads as root. It does ' +
      'so only where the file and its folder belong to root and nobody else may write to them. Images that copy or chown ' +
      'whole folders give them another owner; then the type is unknown, though the package is installed.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: unsupported dictionary type: \S+ \(\S+: (?:file|directory) is owned or writable by non-root users\)$/,
          specimen:
            'postfix/smtpd[84]: warning: unsupported dictionary type: pcre (/usr/lib/postfix/postfix-pcre.so: file is owned or writable by non-root users)',
          strength: 'names',
        },
        typeUnknown,
        lookupFailed,
      ],
      facts: [],
      client: '451 4.3.0 <alice@example.test>: Temporary lookup failure',
    },
    repair: {
      words: 'Give the file, and the folder that it is in, back to root.',
      commands: [
        'ls -ld /usr/lib/postfix /usr/lib/postfix/*.so',
        'chown root:root /usr/lib/postfix /usr/lib/postfix/*.so',
        'chmod go-w /usr/lib/postfix /usr/lib/postfix/*.so',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `shlib=$(postconf -h shlib_directory)
touch "$shlib/postfix-sample.so"
chown postfix "$shlib/postfix-sample.so"
echo 'sample postfix-sample.so dict_sample_open' >>"$(postconf -h meta_directory)/dynamicmaps.cf"
postconf -e smtpd_sender_login_maps=sample:/etc/postfix/sender_login \\
  smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch`,
      provoke: [mailOfUser],
      repair: `rm "$(postconf -h shlib_directory)/postfix-sample.so"
sed -i /^sample/d "$(postconf -h meta_directory)/dynamicmaps.cf"
echo '@outside.example alice@example.test' >/etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login
postconf -e smtpd_sender_login_maps=hash:/etc/postfix/sender_login`,
      toldBy: 'log',
    },
    versions: { from: '3.0' },
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [
      'https://www.postfix.org/postconf.5.html#shlib_directory',
      'https://github.com/mailcow/mailcow-dockerized/issues/4129',
    ],
  },
  {
    id: 'relay-refused/table-not-built',
    kind: 'fault',
    title: 'a table of smtpd was never built',
    cause:
      'main.cf names a hash:, btree: or lmdb: table, but the file that postmap makes of it is not there: postmap was ' +
      'not run, or built another type (without one it takes default_database_type, which newer systems have changed to ' +
      'lmdb), or the file was not mounted into the container. Older versions of Postfix end with `fatal`; newer ones put ' +
      'off every mail for which they need the table.',
    symptoms: {
      log: [
        {
          pattern: /^(?:error|warning|fatal): (?:\S+ is unavailable\. )?open database \S+: No such file or directory$/,
          specimen: 'postfix/smtpd[1593]: error: open database /etc/postfix/sender_login.db: No such file or directory',
          strength: 'names',
          program: postfixSmtpd,
        },
        lookupFailed,
      ],
      facts: [],
      client: '451 4.3.0 <alice@example.test>: Temporary lookup failure',
    },
    repair: {
      words: 'Build the table; of aliases, with newaliases. In a container, at every start.',
      commands: ['postmap hash:/etc/postfix/sender_login', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: `echo '@outside.example alice@example.test' >/etc/postfix/sender_login
${askOwners}`,
      provoke: [mailOfUser],
      repair: 'postmap hash:/etc/postfix/sender_login',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [
      'https://www.postfix.org/DATABASE_README.html#preparing',
      'https://github.com/docker-mailserver/docker-mailserver/issues/1247',
    ],
  },
  {
    id: 'relay-refused/table-out-of-date',
    kind: 'fault',
    title: 'a table was edited and not built again',
    cause:
      'The text is newer than the database that postmap made of it. Postfix goes on with the old content, what was ' +
      'changed has no effect; it warns when the text is older than two minutes or so. After copying files the times alone may be wrong; building it again does no harm.',
    symptoms: {
      log: [
        {
          pattern: /^warning: database \S+ is older than source file /,
          specimen:
            'postfix/smtpd[1593]: warning: database /etc/postfix/sender_login.db is older than source file /etc/postfix/sender_login',
          strength: 'names',
        },
      ],
      facts: [],
      client: 'What the old table says: 553 5.7.1 … not owned by user …, although the text is right',
    },
    repair: {
      words: 'Build it again after every change.',
      commands: ['postmap hash:/etc/postfix/sender_login', 'newaliases'],
    },
    reproduction: {
      inject: `echo '@outside.example bob@example.test' >/etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login
sed -i s/bob/alice/ /etc/postfix/sender_login
touch -d '-3 minutes' /etc/postfix/sender_login
touch -d '-6 minutes' /etc/postfix/sender_login.db
${askOwners}`,
      provoke: [mailOfUser],
      repair: 'postmap hash:/etc/postfix/sender_login',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: ['https://www.postfix.org/postmap.1.html'],
  },
  {
    id: 'relay-refused/compatibility-notice',
    kind: 'noise',
    title: 'Postfix says that it runs with backwards-compatible default settings',
    cause:
      'main.cf has no compatibility_level, or a lower one than Postfix knows: the defaults of older versions hold, and ' +
      'the postfix command says so at every start. By itself that breaks nothing. It is worth a look only where ' +
      'main.cf leaves mynetworks or smtpd_relay_restrictions to those defaults.',
    symptoms: {
      log: [
        {
          pattern: /^Postfix is (?:running with|using) backwards-compatible default settings$/,
          specimen: 'postfix[1636]: Postfix is using backwards-compatible default settings',
          strength: 'names',
        },
        {
          pattern: /^See https?:\/\/www\.postfix\.org\/COMPATIBILITY_README\.html for details$/,
          specimen: 'postfix[1636]: See http://www.postfix.org/COMPATIBILITY_README.html for details',
          strength: 'accompanies',
        },
        {
          pattern: /^To disable backwards compatibility use "postconf compatibility_level=/,
          specimen:
            'postfix[1636]: To disable backwards compatibility use "postconf compatibility_level=3.6" and "postfix reload"',
          strength: 'accompanies',
        },
      ],
      facts: [],
      client: 'Nothing.',
    },
    repair: {
      words: 'Set mynetworks and smtpd_relay_restrictions, then the level of the installed version.',
      commands: ['postconf compatibility_level=3.6', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -X compatibility_level',
      provoke: [{ kind: 'run', script: 'postfix check || true' }],
      repair: 'postconf compatibility_level=3.6',
      toldBy: 'log',
    },
    versions: { from: '3.0' },
    noticedBy: [],
    references: ['https://www.postfix.org/COMPATIBILITY_README.html'],
  },
];
