import type { FailureMode, LogSign } from '../model/failure-mode';
import { intoChroot } from './chroot';
import { loginOnly } from './client-steps';
import {
  authEnabled,
  fileFact,
  generic,
  inChroot,
  isFile,
  loginBroke,
  loginFailed,
  mayBy,
  notInChroot,
  notVerified,
  refused,
  usesSasldb,
} from './sasl-files';
import { absent, alone } from './signs';

const saslReadme = 'https://www.postfix.org/SASL_README.html#auxprop_sasldb';
const noticedBy = ['authenticated-relay/plain-on-587-before-tls'] as const;
const sasldb = '/etc/sasldb2';
const chrootCopy = '/var/spool/postfix/etc/sasldb2';

const denied: LogSign = {
  pattern: /^warning: SASL authentication problem: unable to open Berkeley db \/etc\/sasldb2: Permission denied$/,
  specimen:
    'postfix/smtpd[1862]: warning: SASL authentication problem: unable to open Berkeley db /etc/sasldb2: Permission denied',
  strength: 'suggests',
};
const absentOrRefused: LogSign = {
  ...loginFailed,
  pattern: new RegExp(
    `${loginFailed.pattern.source}|^warning: SASL authentication problem: unable to open Berkeley db \\S+: No such file or directory$`,
  ),
};

const newUsers = 'echo correct-horse-alice | saslpasswd2 -p -c -u example.test alice';
const letPostfixRead = 'chgrp postfix /etc/sasldb2 && chmod 640 /etc/sasldb2';

/** The file of the passwords can not be opened or read, or is not the one that is looked into. */
export const sasldbFile: readonly FailureMode[] = [
  {
    id: 'sasldb/closed-to-postfix',
    kind: 'fault',
    title: 'sasldb2 belongs to root alone: smtpd may not read it',
    cause:
      'saslpasswd2 creates /etc/sasldb2 as root, for root. smtpd reads it as the user postfix, for every single login, and ' +
      'can not. The file has to be given to the group postfix; the how-to does so, but a file that is deleted and made ' +
      "anew, or copied from another machine, is root's again.",
    symptoms: {
      log: [denied, notVerified, loginBroke],
      facts: [
        fileFact(sasldb, "is neither the user's nor the group's postfix, and not open to all", (fact) => {
          if (fact.kind === 'absent' || fact.owner === 'postfix') return false;
          return fact.group !== 'postfix' && fact.group !== 'sasl' && !mayBy(fact, 'postfix', 4);
        }),
        notInChroot,
      ],
      client: generic,
    },
    repair: {
      words: 'Give the file to the group postfix. It helps at once, without a restart.',
      commands: ['chgrp postfix /etc/sasldb2', 'chmod 640 /etc/sasldb2'],
    },
    reproduction: {
      inject: 'chgrp root /etc/sasldb2 && chmod 640 /etc/sasldb2',
      provoke: [loginOnly()],
      repair: letPostfixRead,
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: ['https://github.com/saltstack-formulas/postfix-formula/issues/47', saslReadme],
  },
  {
    id: 'sasldb/no-group-read',
    kind: 'fault',
    title: "sasldb2 is the group postfix's, and its mode does not let the group read",
    cause:
      'The group was changed, the mode was not: 0600, as saslpasswd2 makes the file under a strict umask, gives the group ' +
      'nothing. chgrp and chmod are both needed.',
    symptoms: {
      log: [denied, notVerified, loginBroke],
      facts: [
        fileFact(sasldb, 'has the group postfix, which may not read it', (fact) => {
          return fact.kind !== 'absent' && fact.group === 'postfix' && !mayBy(fact, 'postfix', 4);
        }),
        notInChroot,
      ],
      client: generic,
    },
    repair: { words: 'Let the group read. It helps at once, without a restart.', commands: ['chmod 640 /etc/sasldb2'] },
    reproduction: {
      inject: 'chmod 600 /etc/sasldb2',
      provoke: [loginOnly()],
      repair: 'chmod 640 /etc/sasldb2',
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'sasldb/group-sasl',
    kind: 'fault',
    title: 'sasldb2 belongs to the group sasl, and postfix is not in it',
    cause:
      "Debian's sasl2-bin makes the file for the group sasl, and no package puts the user postfix into that group. smtpd " +
      'takes on the groups of postfix when it starts, so a new membership counts only after a restart.',
    symptoms: {
      log: [denied, notVerified, loginBroke],
      facts: [
        fileFact(sasldb, 'has the group sasl', (fact) => {
          return fact.kind !== 'absent' && fact.group === 'sasl' && fact.owner !== 'postfix';
        }),
        notInChroot,
      ],
      client: generic,
    },
    repair: {
      words: 'Put postfix into the group, and restart it.',
      commands: ['adduser postfix sasl', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: 'chgrp sasl /etc/sasldb2 && chmod 660 /etc/sasldb2',
      provoke: [loginOnly()],
      repair: 'usermod -a -G sasl postfix',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: ['https://github.com/docker-mailserver/docker-mailserver/issues/1247', saslReadme],
  },
  {
    id: 'sasldb/sasldb-path-closed',
    kind: 'fault',
    title: 'sasldb_path leads to a file or into a folder that is closed to postfix',
    cause:
      'smtpd.conf moves the passwords to another place with sasldb_path. There smtpd, as the user postfix, needs the right ' +
      'to search every folder on the way and to read the file; a folder for secrets, mode 0700, stops it.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: SASL authentication problem: unable to open Berkeley db (?!\/etc\/sasldb2:)\S+: Permission denied$/,
          specimen:
            'postfix/smtpd[2523]: warning: SASL authentication problem: unable to open Berkeley db /var/lib/sasl2/sasldb2: Permission denied',
          strength: 'names',
        },
        notVerified,
        loginBroke,
      ],
      facts: [],
      client: generic,
    },
    repair: {
      words: 'Let postfix search the folders, and read the file.',
      commands: ['namei -l /etc/secrets/sasldb2', 'chmod 711 /etc/secrets', 'chgrp postfix /etc/secrets/sasldb2'],
    },
    reproduction: {
      inject: `mkdir -m 700 /etc/secrets && cp -p /etc/sasldb2 /etc/secrets/
echo 'sasldb_path: /etc/secrets/sasldb2' >/etc/sasl2/smtpd.conf`,
      provoke: [loginOnly()],
      repair: 'chmod 711 /etc/secrets',
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'sasldb/selinux',
    kind: 'fault',
    title: 'sasldb2 is readable for postfix by its mode, and SELinux forbids it',
    cause:
      'The file was made elsewhere and moved into /etc, or is mounted from a volume, and has kept a label that smtpd may ' +
      'not read. `ls -l` shows nothing wrong; `ls -Z` and the audit log do.',
    symptoms: {
      log: [denied, notVerified, loginBroke],
      facts: [
        fileFact(
          sasldb,
          'is readable for postfix',
          (fact) => fact.kind === 'file' && fact.group !== 'sasl' && mayBy(fact, 'postfix', 4),
        ),
        notInChroot,
      ],
      client: generic,
    },
    repair: {
      words: 'Give the file the label of its place.',
      commands: ['ausearch -m avc -c smtpd', 'restorecon -v /etc/sasldb2'],
    },
    unreproduced: 'Containers here have no SELinux.',
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'sasldb/chroot-copy-closed',
    kind: 'fault',
    title: 'the copy of sasldb2 in the chroot is closed to postfix',
    cause:
      'smtpd is chrooted and opens /var/spool/postfix/etc/sasldb2, though it says /etc/sasldb2 in the log. The copy was ' +
      "made with plain cp by root, and so it is root's, while the original is in order.",
    symptoms: {
      log: [denied, notVerified, loginBroke],
      facts: [
        inChroot,
        fileFact(chrootCopy, 'is there, and postfix may not read it', (fact) => {
          return fact.kind === 'file' && fact.group !== 'sasl' && !mayBy(fact, 'postfix', 4);
        }),
      ],
      client: generic,
    },
    repair: {
      words: 'Give the copy to the group postfix; copy with `cp -p` from now on.',
      commands: ['chgrp postfix /var/spool/postfix/etc/sasldb2', 'chmod 640 /var/spool/postfix/etc/sasldb2'],
    },
    reproduction: {
      inject: `sed -i 's/^\\(submission inet n  *-  *\\)n/\\1y/' /etc/postfix/master.cf
${intoChroot('resolv.conf', 'hosts', 'services', 'nsswitch.conf')}
cp /etc/sasldb2 /var/spool/postfix/etc/`,
      provoke: [loginOnly()],
      repair: 'chgrp postfix /var/spool/postfix/etc/sasldb2 && chmod 640 /var/spool/postfix/etc/sasldb2',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: ['https://github.com/panubo/docker-postfix/pull/58', saslReadme],
  },
  {
    id: 'sasldb/missing',
    kind: 'fault',
    title: 'there is no sasldb2, and every password is refused',
    cause:
      'SASL takes a file that does not exist for one without users, and since 2.1.25 does not say so: the log is that of a ' +
      'wrong password. In containers the file is lost with the container unless it is in a volume or made at each start.',
    symptoms: {
      log: [absentOrRefused, notVerified],
      facts: [alone(absent(sasldb)), usesSasldb, authEnabled],
      client: refused,
    },
    repair: {
      words: 'Make the users, with their realm, and give the file to the group postfix.',
      commands: [
        'saslpasswd2 -c -u example.test alice',
        'chgrp postfix /etc/sasldb2',
        'chmod 640 /etc/sasldb2',
        'sasldblistusers2',
      ],
    },
    reproduction: {
      inject: 'rm /etc/sasldb2',
      provoke: [loginOnly()],
      repair: `${newUsers} && ${letPostfixRead}`,
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'sasldb/outside-chroot',
    kind: 'fault',
    title: 'smtpd is chrooted, and sasldb2 is outside',
    cause:
      "Debian's master.cf runs smtpd in /var/spool/postfix, where /etc/sasldb2 means /var/spool/postfix/etc/sasldb2. There " +
      'is no such file; SASL takes that for a file without users, and every password is refused without a hint, while ' +
      '`sasldblistusers2` lists the user.',
    symptoms: {
      log: [absentOrRefused, notVerified],
      facts: [alone(inChroot), absent(chrootCopy), isFile(sasldb), usesSasldb, authEnabled],
      client: refused,
    },
    repair: {
      words: 'Run smtpd without chroot, as CentOS does; or keep a copy of the file in the chroot, and in step.',
      commands: [
        'postconf -F smtp/inet/chroot=n submission/inet/chroot=n',
        '# or: cp -p /etc/sasldb2 /var/spool/postfix/etc/',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: "sed -i 's/^\\(submission inet n  *-  *\\)n/\\1y/' /etc/postfix/master.cf",
      provoke: [loginOnly()],
      repair: 'postconf -F submission/inet/chroot=n',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [
      'https://github.com/panubo/docker-postfix/pull/58',
      'https://github.com/panubo/docker-postfix/issues/48',
      saslReadme,
    ],
  },
  {
    id: 'sasldb/sasldb-path-elsewhere',
    kind: 'fault',
    title: 'sasldb_path points away from the file that saslpasswd2 fills',
    cause:
      'smtpd.conf has sasldb_path, which counts for smtpd alone: saslpasswd2 and sasldblistusers2 use /etc/sasldb2 unless ' +
      'they are told with -f. The users are made in one file and looked up in another, which may not even exist; SASL ' +
      'does not say so.',
    symptoms: {
      log: [absentOrRefused, notVerified],
      facts: [
        {
          words: 'sasldb_path is set, and not to /etc/sasldb2',
          look: 'grep ^sasldb_path /etc/sasl2/smtpd.conf',
          holds: ({ smtpdConf }) => {
            return smtpdConf && (smtpdConf.get('sasldb_path')?.value ?? sasldb) !== sasldb;
          },
        },
        isFile(sasldb),
      ],
      client: refused,
    },
    repair: {
      words: 'Take the line away, or fill the other file: `saslpasswd2 -f FILE -c -u REALM USER`.',
      commands: ["sed -i '/^sasldb_path:/d' /etc/sasl2/smtpd.conf", 'systemctl restart postfix'],
    },
    reproduction: {
      inject: "echo 'sasldb_path: /etc/sasl2/sasldb2' >/etc/sasl2/smtpd.conf",
      provoke: [loginOnly()],
      repair: "sed -i '/^sasldb_path:/d' /etc/sasl2/smtpd.conf",
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
];
