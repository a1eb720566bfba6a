import type { FailureMode, LogSign } from '../model/failure-mode';
import { loginOnly } from './client-steps';
import { fileFact, generic, isFile, loginBroke, loginFailed, notVerified, refused, usesSasldb } from './sasl-files';
import { plugInPresent, plugInsAbsent } from './sasl-mechanisms';
import { saslOption } from './signs';

const saslReadme = 'https://www.postfix.org/SASL_README.html#auxprop_sasldb';
const noticedBy = ['authenticated-relay/plain-on-587-before-tls'] as const;
const sasldb = '/etc/sasldb2';
const noMechanism = '`535 5.7.8 Error: authentication failed: no mechanism available`.';

const invalid: LogSign = {
  pattern: /^warning: SASL authentication problem: unable to open Berkeley db \S+: Invalid argument$/,
  specimen:
    'postfix/smtpd[508]: warning: SASL authentication problem: unable to open Berkeley db /etc/sasldb2: Invalid argument',
  strength: 'suggests',
};
const noAuxprop: LogSign = {
  pattern: /^warning: SASL authentication problem: unknown password verifier\(s\) auxprop$/,
  specimen: 'postfix/smtpd[3141]: warning: SASL authentication problem: unknown password verifier(s) auxprop',
  strength: 'suggests',
};

const makeAnew = `rm -rf /etc/sasldb2
echo correct-horse-alice | saslpasswd2 -p -c -u example.test alice
chgrp postfix /etc/sasldb2 && chmod 640 /etc/sasldb2`;
const makeAnewByHand = [
  'rm -rf /etc/sasldb2',
  'saslpasswd2 -c -u example.test alice',
  'chgrp postfix /etc/sasldb2 && chmod 640 /etc/sasldb2',
];

/** sasldb2 is there and not what SASL wants, or SASL is told to ask something that does not exist. */
export const sasldbContent: readonly FailureMode[] = [
  {
    id: 'sasldb/empty',
    kind: 'fault',
    title: 'sasldb2 is an empty file, not an empty database',
    cause:
      'Somebody made the file with touch or `>`, to have something to mount or to set the mode of. Berkeley DB takes a ' +
      'file of no bytes for a damaged one when it opens it for reading.',
    symptoms: {
      log: [invalid, notVerified, loginBroke],
      facts: [fileFact(sasldb, 'has no bytes', (fact) => fact.kind === 'file' && fact.size === 0)],
      client: generic,
    },
    repair: { words: 'Remove it, and let saslpasswd2 make it.', commands: makeAnewByHand },
    reproduction: {
      inject: ': >/etc/sasldb2',
      provoke: [loginOnly()],
      repair: makeAnew,
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'sasldb/not-berkeley-db',
    kind: 'fault',
    title: 'sasldb2 is not a Berkeley DB that this SASL can read',
    cause:
      'The file is text with `user:password`, or was made by a SASL with another database (RHEL 9 has GDBM, others LMDB) ' +
      'or a newer Berkeley DB, and mounted or copied here; or a copy of it broke off. The format has no version that ' +
      'would say so: the error is just `Invalid argument`.',
    symptoms: {
      log: [invalid, notVerified, loginBroke],
      facts: [fileFact(sasldb, 'has some bytes', (fact) => fact.kind === 'file' && fact.size > 0)],
      client: generic,
    },
    repair: {
      words: 'Make it anew with the saslpasswd2 of this system.',
      commands: ['file /etc/sasldb2', ...makeAnewByHand],
    },
    reproduction: {
      inject: 'echo alice:correct-horse-alice >/etc/sasldb2',
      provoke: [loginOnly()],
      repair: makeAnew,
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'sasldb/is-a-folder',
    kind: 'fault',
    title: '/etc/sasldb2 is a folder',
    cause:
      'Docker makes a folder where a bind mount names a file that does not exist on the host. The container starts, ' +
      'and /etc/sasldb2 is a folder in it, and from then on one on the host as well.',
    symptoms: {
      log: [
        {
          pattern: /^warning: SASL authentication problem: unable to open Berkeley db \S+: Is a directory$/,
          specimen:
            'postfix/smtpd[1959]: warning: SASL authentication problem: unable to open Berkeley db /etc/sasldb2: Is a directory',
          strength: 'names',
        },
        notVerified,
        loginBroke,
      ],
      facts: [],
      client: generic,
    },
    repair: {
      words: 'Remove the folder, on the host too, and make the file before it is mounted.',
      commands: makeAnewByHand,
    },
    reproduction: {
      inject: 'rm /etc/sasldb2 && mkdir -m 750 /etc/sasldb2 && chgrp postfix /etc/sasldb2',
      provoke: [loginOnly()],
      repair: makeAnew,
      restart: false,
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: ['https://docs.docker.com/engine/storage/bind-mounts/', saslReadme],
  },
  {
    id: 'sasldb/damaged',
    kind: 'fault',
    title: 'sasldb2 is damaged inside',
    cause:
      'Its first page is that of a database and the rest is not: the machine lost power while a user was made, or the file ' +
      'was copied while it was written. It opens, and the first look-up fails.',
    symptoms: {
      log: [
        {
          pattern: /^warning: SASL authentication failure: error fetching from sasldb: /,
          specimen:
            'postfix/smtpd[2199]: warning: SASL authentication failure: error fetching from sasldb: BDB0087 DB_RUNRECOVERY: Fatal error, run database recovery',
          strength: 'names',
        },
        notVerified,
        loginBroke,
      ],
      facts: [],
      client: generic,
    },
    repair: { words: 'Take it from a backup, or make the users anew.', commands: makeAnewByHand },
    reproduction: {
      // Not at random: by chance the look-up would fail otherwise, or not at all.
      inject:
        "tr '\\0' '\\377' </dev/zero | dd of=/etc/sasldb2 bs=4096 seek=1 count=2 iflag=fullblock conv=notrunc 2>/dev/null || true",
      provoke: [loginOnly()],
      repair: makeAnew,
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'sasldb/no-users',
    kind: 'fault',
    title: 'sasldb2 has no users',
    cause:
      'The file is a proper database and nobody is in it: the users were deleted, or were made in the file of another ' +
      "container or with the system's useradd, which sasldb2 knows nothing of.",
    symptoms: {
      log: [loginFailed, notVerified],
      facts: [
        {
          words: 'sasldblistusers2 lists nobody',
          look: 'sasldblistusers2',
          holds: ({ sasldbUsers }) => sasldbUsers && sasldbUsers.length === 0,
        },
        isFile(sasldb),
        usesSasldb,
      ],
      client: refused,
    },
    repair: {
      words: 'Make the users, with the realm that they log in with.',
      commands: ['saslpasswd2 -c -u example.test alice', 'sasldblistusers2'],
    },
    reproduction: {
      inject: 'saslpasswd2 -d -u example.test alice && saslpasswd2 -d -u example.test bob',
      provoke: [loginOnly()],
      repair: 'echo correct-horse-alice | saslpasswd2 -p -c -u example.test alice',
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'sasldb/plug-in-missing',
    kind: 'fault',
    title: 'the plug-in that reads sasldb2 is not installed',
    cause:
      'SASL reads sasldb2 by a plug-in, libsasldb. Without it the log blames the verifier `auxprop`, which is spelt right ' +
      'and valid, but has nothing to ask. On Debian the plug-in is in `libsasl2-modules-db`; on CentOS it comes with the ' +
      'library.',
    symptoms: {
      log: [noAuxprop, notVerified, loginBroke],
      facts: [
        plugInsAbsent(['sasldb'], 'libsasldb.so is not there'),
        saslOption('auxprop_plugin', /\bsasldb\b/, 'auxprop_plugin is sasldb, or not set', 'sasldb'),
      ],
      client: noMechanism,
    },
    repair: {
      words: 'Install the plug-in, and restart Postfix.',
      commands: [
        'apt-get install libsasl2-modules-db   # CentOS: yum reinstall cyrus-sasl-lib',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: 'mkdir -p /root/plug-ins && mv /usr/lib64/sasl2/libsasldb.* /root/plug-ins/',
      provoke: [loginOnly()],
      repair: 'mv /root/plug-ins/* /usr/lib64/sasl2/ && rmdir /root/plug-ins',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'sasldb/auxprop-plugin-unknown',
    kind: 'fault',
    title: 'auxprop_plugin names a plug-in that is not installed',
    cause:
      'smtpd.conf asks for the passwords of a database (`sql`, often misspelt `mysql`, or `ldapdb`) whose plug-in is in a ' +
      'package of its own. SASL has no plug-in left to ask, and the log blames the verifier `auxprop` for it.',
    symptoms: {
      log: [noAuxprop, notVerified, loginBroke],
      facts: [
        saslOption('auxprop_plugin', /^(?!.*\bsasldb\b)./, 'auxprop_plugin is set, and not to sasldb'),
        plugInPresent(['sasldb'], 'libsasldb.so is there'),
      ],
      client: noMechanism,
    },
    repair: {
      words: 'Correct the name, or install the package (libsasl2-modules-sql, cyrus-sasl-sql), and restart Postfix.',
      commands: [
        "sed -i 's/^auxprop_plugin:.*/auxprop_plugin: sasldb/' /etc/sasl2/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: "printf 'pwcheck_method: auxprop\\nauxprop_plugin: mysql\\n' >/etc/sasl2/smtpd.conf",
      provoke: [loginOnly()],
      repair: "sed -i 's/^auxprop_plugin:.*/auxprop_plugin: sasldb/' /etc/sasl2/smtpd.conf",
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: ['https://www.postfix.org/SASL_README.html#auxprop_sql'],
  },
  {
    id: 'sasldb/unknown-verifier',
    kind: 'fault',
    title: 'pwcheck_method names something that is no way to check a password',
    cause:
      'The methods are `auxprop` (sasldb2 and databases) and `saslauthd`. `sasldb`, `pam`, `shadow` or `mysql` are ' +
      'what stands behind these, and no methods; and two methods are separated by a blank, not by a comma. smtpd starts ' +
      'and offers AUTH, and every PLAIN and LOGIN fails; CRAM-MD5, which has no use for a method, may still work.',
    symptoms: {
      log: [
        {
          pattern: /^warning: SASL authentication problem: unknown password verifier(?:\(s\) (?!auxprop$).+)?$/,
          specimen: 'postfix/smtpd[3020]: warning: SASL authentication problem: unknown password verifier(s) sasldb',
          strength: 'names',
        },
        notVerified,
        loginBroke,
      ],
      facts: [],
      client: noMechanism,
    },
    repair: {
      words: 'Write `auxprop` for sasldb2, or `saslauthd` for system accounts, and restart Postfix.',
      commands: [
        "sed -i 's/^pwcheck_method:.*/pwcheck_method: auxprop/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: "echo 'pwcheck_method: sasldb' >/etc/sasl2/smtpd.conf",
      provoke: [loginOnly()],
      repair: "sed -i 's/^pwcheck_method:.*/pwcheck_method: auxprop/' /etc/sasl2/smtpd.conf",
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: ['https://www.postfix.org/SASL_README.html#server_cyrus_comm'],
  },
];
