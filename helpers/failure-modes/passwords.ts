import type { FactSign, FailureMode } from '../model/failure-mode';
import { loginOnly } from './client-steps';
import { isFile, loginFailed, mayBy, notVerified, refused, smtpdChrooted, usesSasldb } from './sasl-files';
import { containerId, loginRealm, realmFact, realms } from './sasl-realms';
import { parameter, running } from './signs';

const localDomain = 'https://www.postfix.org/postconf.5.html#smtpd_sasl_local_domain';
const noticedBy = ['authenticated-relay/plain-on-587-before-tls'] as const;
const failed = [loginFailed, notVerified] as const;

// What a client would make of a wrong password: any digest is one, whatever the challenge was.
const wrongResponse = Buffer.from(`alice ${'0'.repeat(32)}`).toString('base64');
// The other mechanisms say more: see passwords/wrong-response.
const refusedInClear = {
  ...loginFailed,
  pattern: /^warning: \S+: SASL (?:PLAIN|LOGIN) authentication failed: authentication failure(?:, sasl_username=.*)?$/,
} as const;

const sasldbReadable: FactSign = {
  words: 'smtpd finds the file and may read it',
  look: 'ls -l /etc/sasldb2',
  holds: (facts) => {
    const chroot = smtpdChrooted(facts);
    if (chroot === undefined) return undefined;
    const fact = facts.files.get(chroot ? '/var/spool/postfix/etc/sasldb2' : '/etc/sasldb2');
    return fact && (mayBy(fact, 'postfix', 4) || (fact.kind === 'file' && fact.group === 'sasl'));
  },
};
const nobodyInRealm = (stored: readonly string[], login: string) => !stored.includes(login);
const bareWord = /^(?:mydomain|myhostname|mydestination)$/;

/** Right and wrong passwords that SASL refuses. */
export const passwords: readonly FailureMode[] = [
  {
    id: 'passwords/wrong',
    kind: 'client',
    title: 'a client logs in with a wrong password, or under a name that sasldb2 does not have',
    cause:
      'SASL answers to a wrong password and to an unknown name alike, so that nobody can find out names. Names in sasldb2 ' +
      'are taken literally: Alice is not alice, and alice@mail.example.test is not alice@example.test. Many such lines from ' +
      'many addresses are robots that guess, and no fault of the server.',
    symptoms: {
      log: [refusedInClear, notVerified],
      facts: [
        usesSasldb,
        sasldbReadable,
        realmFact('all users have the realm that names without a domain get', (stored, login) => {
          return stored.every((realm) => realm === login);
        }),
        running('saslauthd', false),
      ],
      client: '`535 5.7.8 Error: authentication failed: authentication failure`.',
    },
    repair: {
      words: 'Compare the name in the client with sasldblistusers2, letter by letter, and set the password anew.',
      commands: ['sasldblistusers2', 'saslpasswd2 -u example.test alice'],
    },
    reproduction: {
      inject: '',
      provoke: [loginOnly('alice', 'wrong-horse')],
      repair: '',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://github.com/docker-mailserver/docker-mailserver/issues/1345',
      'https://www.rfc-editor.org/rfc/rfc4954#section-6',
    ],
  },
  {
    id: 'passwords/wrong-response',
    kind: 'client',
    title: 'a client answers the challenge of CRAM-MD5 or DIGEST-MD5 with another password than that of sasldb2',
    cause:
      'The name is right: SASL found it and calculated what the answer should be. These mechanisms always use sasldb2, ' +
      'whatever pwcheck_method says, so a password that was changed for saslauthd only is still the old one here.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: SASL authentication failure: (?:incorrect digest response|client response doesn't match what we generated(?: \(tried bogus\))?)$/,
          specimen: 'postfix/smtpd[1117]: warning: SASL authentication failure: incorrect digest response',
          strength: 'names',
        },
        { ...loginFailed, strength: 'accompanies' },
      ],
      facts: [],
      client: '`535 5.7.8 Error: authentication failed: authentication failure`, with CRAM-MD5 or DIGEST-MD5.',
    },
    repair: {
      words: 'Set the password in sasldb2, and the same in the client.',
      commands: ['saslpasswd2 -u example.test alice'],
    },
    reproduction: {
      inject: '',
      provoke: [{ kind: 'lines', lines: ['AUTH CRAM-MD5', wrongResponse, 'QUIT'] }],
      repair: '',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.rfc-editor.org/rfc/rfc2195', 'https://www.rfc-editor.org/rfc/rfc2831'],
  },
  {
    id: 'passwords/realm-is-container-id',
    kind: 'fault',
    title: 'the users have the id of a container as their realm',
    cause:
      'saslpasswd2 without -u takes the host name for the realm. In a container that is a random id, another one each time ' +
      'the container is made anew; the users stay under the old one, and nobody logs in as alice@51686ed8d2b4.',
    symptoms: {
      log: failed,
      facts: [
        realmFact('the realms in sasldb2 are ids of containers', (stored, login) => {
          return stored.every((realm) => containerId.test(realm)) && nobodyInRealm(stored, login);
        }),
        usesSasldb,
      ],
      client: refused,
    },
    repair: {
      words:
        'Make the users anew with a realm that stays, that of smtpd_sasl_local_domain; give the container a host name.',
      commands: ['saslpasswd2 -d -u 51686ed8d2b4 alice', 'saslpasswd2 -c -u example.test alice', 'sasldblistusers2'],
    },
    reproduction: {
      inject: `rm /etc/sasldb2 && echo correct-horse-alice | saslpasswd2 -p -c -u 51686ed8d2b4 alice
chgrp postfix /etc/sasldb2 && chmod 640 /etc/sasldb2`,
      provoke: [loginOnly()],
      repair: `saslpasswd2 -d -u 51686ed8d2b4 alice
echo correct-horse-alice | saslpasswd2 -p -c -u example.test alice`,
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [
      'https://github.com/bokysan/docker-postfix/issues/192',
      'https://github.com/docker-mailserver/docker-mailserver/issues/44',
    ],
  },
  {
    id: 'passwords/local-domain-differs',
    kind: 'fault',
    title: 'smtpd_sasl_local_domain is another realm than that of the users',
    cause:
      'smtpd appends smtpd_sasl_local_domain to names without a domain, and SASL looks for exactly that. Where saslpasswd2 ' +
      'was given another realm with -u, nobody is found under the short name, though the full name as stored works. ' +
      'Newer versions show in sasl_username= what was looked for; older ones show nothing.',
    symptoms: {
      log: failed,
      facts: [
        realmFact('no user has the realm that names without a domain get', (stored, login) => {
          return nobodyInRealm(stored, login) && !stored.every((realm) => containerId.test(realm));
        }),
        parameter(
          'smtpd_sasl_local_domain',
          /^(?!(?:mydomain|myhostname|mydestination)$)./,
          'smtpd_sasl_local_domain is set',
        ),
        usesSasldb,
      ],
      client: refused,
    },
    repair: {
      words: 'Make it the realm of the users.',
      commands: ['sasldblistusers2', "postconf -e 'smtpd_sasl_local_domain=$mydomain'", 'systemctl reload postfix'],
    },
    reproduction: {
      inject: "postconf -e 'smtpd_sasl_local_domain=$myhostname'",
      provoke: [loginOnly()],
      repair: "postconf -e 'smtpd_sasl_local_domain=$mydomain'",
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [localDomain, 'https://github.com/bokysan/docker-postfix/issues/192'],
  },
  {
    id: 'passwords/local-domain-empty',
    kind: 'fault',
    title: 'smtpd_sasl_local_domain is not set, and the users do not have $myhostname as their realm',
    cause:
      'Without smtpd_sasl_local_domain a name without a domain gets the realm $myhostname. Users made with `saslpasswd2 -u ' +
      '$mydomain`, as the how-to does, are then found under their full name only.',
    symptoms: {
      log: failed,
      facts: [
        realmFact('no user has the realm that names without a domain get', (stored, login) => {
          return nobodyInRealm(stored, login) && !stored.every((realm) => containerId.test(realm));
        }),
        parameter('smtpd_sasl_local_domain', /^$/, 'smtpd_sasl_local_domain is empty or not set'),
        usesSasldb,
      ],
      client: refused,
    },
    repair: {
      words: 'Set it to the realm of the users.',
      commands: ["postconf -e 'smtpd_sasl_local_domain=$mydomain'", 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -X smtpd_sasl_local_domain',
      provoke: [loginOnly()],
      repair: "postconf -e 'smtpd_sasl_local_domain=$mydomain'",
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [localDomain],
  },
  {
    id: 'passwords/local-domain-without-dollar',
    kind: 'fault',
    title: 'smtpd_sasl_local_domain lacks its dollar sign',
    cause:
      '`smtpd_sasl_local_domain = mydomain` is the realm `mydomain`, a word, and not the value of that parameter. Postfix has ' +
      'nothing to complain about, and no user is in such a realm.',
    symptoms: {
      log: failed,
      facts: [
        parameter('smtpd_sasl_local_domain', bareWord, 'smtpd_sasl_local_domain is the name of a parameter'),
        realmFact('no user has that realm', nobodyInRealm),
        usesSasldb,
      ],
      client: refused,
    },
    repair: {
      words: 'Write the dollar sign; in a shell, between single quotes.',
      commands: ["postconf -e 'smtpd_sasl_local_domain=$mydomain'", 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e smtpd_sasl_local_domain=mydomain',
      provoke: [loginOnly()],
      repair: "postconf -e 'smtpd_sasl_local_domain=$mydomain'",
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [localDomain],
  },
  {
    id: 'passwords/user-made-without-realm',
    kind: 'fault',
    title: 'a user was made without -u and has the host name as realm, unlike the others',
    cause:
      '`saslpasswd2 -c carol` stores carol under the host name, while smtpd looks for carol under smtpd_sasl_local_domain. ' +
      'The users of the first day can log in, the new one can not, and the log calls it a wrong password.',
    symptoms: {
      log: failed,
      facts: [
        {
          words: 'some users have the realm that names without a domain get, others the host name',
          look: 'sasldblistusers2; postconf smtpd_sasl_local_domain myhostname',
          holds: (facts) => {
            const [stored, login, host] = [realms(facts), loginRealm(facts), facts.hostname];
            if (!stored || login === undefined || host === undefined) return undefined;
            const strays = stored.filter((realm) => realm === host || realm === host.replace(/\..*/, ''));
            return stored.includes(login) && login !== host && strays.length > 0;
          },
        },
        usesSasldb,
      ],
      client: refused,
    },
    repair: {
      words: 'Remove the user from the wrong realm, and make it in the right one.',
      commands: ['sasldblistusers2', 'saslpasswd2 -d carol', 'saslpasswd2 -c -u example.test carol'],
    },
    reproduction: {
      inject: 'echo correct-horse-carol | saslpasswd2 -p -c carol',
      provoke: [loginOnly('carol', 'correct-horse-carol')],
      repair: 'saslpasswd2 -d carol && echo correct-horse-carol | saslpasswd2 -p -c -u example.test carol',
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/SASL_README.html#auxprop_sasldb', localDomain],
  },
  {
    id: 'passwords/saslauthd-not-asked',
    kind: 'fault',
    title: 'saslauthd runs, and smtpd does not ask it',
    cause:
      'With pwcheck_method unset (the how-to comments it out) SASL looks into sasldb2 and nowhere else. The accounts and ' +
      'passwords of the system, and a passwd that was just run, do not count, and `testsaslauthd` proves nothing.',
    symptoms: {
      log: failed,
      facts: [running('saslauthd', true), usesSasldb, isFile('/etc/sasldb2')],
      client: refused,
    },
    repair: {
      words:
        'Say in smtpd.conf who checks passwords, with the mechanisms that saslauthd can serve, and restart Postfix.',
      commands: [
        "printf 'pwcheck_method: saslauthd\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
        '# or, with sasldb2: saslpasswd2 -c -u example.test alice',
      ],
    },
    reproduction: {
      inject: `saslpasswd2 -d -u example.test alice
mailctl start-saslauthd`,
      provoke: [loginOnly()],
      repair: `echo correct-horse-alice | saslpasswd2 -p -c -u example.test alice
kill "$(cat /run/saslauthd/saslauthd.pid)"`,
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: ['https://www.postfix.org/SASL_README.html#saslauthd'],
  },
];
