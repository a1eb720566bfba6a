import type { FactSign, FailureMode, ServerFacts } from '../model/failure-mode';
import { smtpdFact } from './restriction-lists';
import {
  asksSaslauthd,
  asksSaslauthdStartedByHand,
  genericFailure,
  loginOfUser,
  restarted,
  temporaryFailure,
  unreachable,
  usersFail,
  verificationFailed,
} from './saslauthd-setup';
import { absent, running, saslOption } from './signs';

const onlySaslauthd = saslOption('pwcheck_method', /^saslauthd$/, 'pwcheck_method of smtpd.conf is saslauthd');
const usualSocket = saslOption('saslauthd_path', /^$|\/mux$/, 'saslauthd_path is unset or names the socket, …/mux');

const chrooted = smtpdFact('an smtpd of master.cf is chrooted', ({ chroot }, { postfixVersion }) =>
  chroot === '-' ? /^2\./.test(postfixVersion ?? '') : chroot === 'y',
);
const notChrooted: FactSign = {
  words: 'no smtpd of master.cf is chrooted',
  look: chrooted.look,
  holds: (facts) => negated(chrooted.holds(facts)),
};

const directoryClosed: FactSign = {
  words: 'others than its owner and group may not enter /run/saslauthd',
  look: 'ls -ld /run/saslauthd',
  holds: closedToOthers,
};
const directoryOpen: FactSign = {
  words: 'everybody may enter /run/saslauthd',
  look: directoryClosed.look,
  holds: (facts) => negated(closedToOthers(facts)),
};

const absentSocket = unreachable('No such file or directory', 'suggests');
const deniedSocket = unreachable('Permission denied', 'suggests');

/** saslauthd can't be asked: it is not there, or smtpd does not get to its socket. */
export const saslauthdUnreachable: readonly FailureMode[] = [
  {
    id: 'saslauthd/not-running',
    kind: 'fault',
    title: 'saslauthd is to check the passwords, and does not run',
    cause:
      'smtpd.conf says `pwcheck_method: saslauthd`, as the file that CentOS ships does, but no saslauthd has been ' +
      'started, so there is no socket to ask. Installing the package does not start it, a container starts only what ' +
      'its entry script names, and on older Debian it stays off until /etc/default/saslauthd says START=yes. ' +
      'PLAIN and LOGIN fail for everybody; mechanisms that read sasldb2 themselves, such as CRAM-MD5, go on working.',
    symptoms: {
      log: [absentSocket, verificationFailed, genericFailure],
      facts: [onlySaslauthd, running('saslauthd', false)],
      client: temporaryFailure,
    },
    repair: {
      words: 'Start saslauthd now and at every boot, then test it by itself.',
      commands: ['systemctl enable --now saslauthd', 'testsaslauthd -u alice -p secret -s smtp'],
    },
    reproduction: {
      inject: asksSaslauthdStartedByHand,
      provoke: [loginOfUser],
      repair: 'mailctl start-saslauthd',
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: usersFail,
    references: [
      'https://www.postfix.org/SASL_README.html#saslauthd',
      'https://github.com/docker-mailserver/docker-mailserver/issues/1049',
      'https://github.com/docker-mailserver/docker-mailserver/issues/1436',
    ],
  },
  {
    id: 'saslauthd/outside-chroot',
    kind: 'fault',
    title: 'saslauthd’s socket lies outside the chroot of smtpd',
    cause:
      'smtpd runs chrooted in /var/spool/postfix, as Debian’s own master.cf has it and Postfix’s own had before 3.0. ' +
      'There /run/saslauthd does not exist, so smtpd says that there is no such file although saslauthd runs and ' +
      'testsaslauthd says OK. Clients that appear as `unknown` although they have a name are another sign of a chroot ' +
      'that lacks files.',
    symptoms: {
      log: [absentSocket, verificationFailed, genericFailure],
      facts: [running('saslauthd', true), chrooted],
      client: temporaryFailure,
    },
    repair: {
      words:
        'Take smtpd out of the chroot, service by service, or let saslauthd put its socket into it ' +
        '(Debian: OPTIONS="-c -m /var/spool/postfix/var/run/saslauthd" in /etc/default/saslauthd).',
      commands: ["postconf -F '*/inet/chroot=n'", 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `${asksSaslauthd}
postconf -F 'submission/inet/chroot=y'`,
      provoke: [loginOfUser],
      repair: `postconf -F '*/inet/chroot=n'`,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: usersFail,
    references: [
      'https://www.postfix.org/SASL_README.html#saslauthd',
      'https://github.com/webmin/webmin/issues/58',
      'https://github.com/mailwatch/MailWatch/issues/1086',
    ],
  },
  {
    id: 'saslauthd/socket-elsewhere',
    kind: 'fault',
    title: 'saslauthd listens in another directory than smtpd looks in',
    cause:
      'saslauthd was given a directory of its own with -m, most often one inside Postfix’s chroot, while smtpd is not ' +
      'chrooted and looks at the place compiled into Cyrus SASL. Both run, and neither is wrong by itself.',
    symptoms: {
      log: [absentSocket, verificationFailed, genericFailure],
      facts: [running('saslauthd', true), notChrooted, absent('/run/saslauthd/mux')],
      client: temporaryFailure,
    },
    repair: {
      words:
        'Name one directory on both sides: -m of saslauthd (CentOS: SOCKETDIR in /etc/sysconfig/saslauthd, Debian: ' +
        'OPTIONS in /etc/default/saslauthd), or saslauthd_path in smtpd.conf, there with /mux at the end.',
      commands: [
        'sed -i "s|^SOCKETDIR=.*|SOCKETDIR=/run/saslauthd|" /etc/sysconfig/saslauthd',
        'systemctl restart saslauthd',
      ],
    },
    reproduction: {
      inject: `${asksSaslauthdStartedByHand}
mkdir -p /var/spool/postfix/run/saslauthd
sed -i 's|^SOCKETDIR=.*|SOCKETDIR=/var/spool/postfix/run/saslauthd|' /etc/sysconfig/saslauthd
mailctl start-saslauthd`,
      provoke: [loginOfUser],
      repair: `sed -i 's|^SOCKETDIR=.*|SOCKETDIR=/run/saslauthd|' /etc/sysconfig/saslauthd
kill "$(cat /var/spool/postfix/run/saslauthd/saslauthd.pid)"
mailctl start-saslauthd`,
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: usersFail,
    references: ['https://www.postfix.org/SASL_README.html#saslauthd'],
  },
  {
    id: 'saslauthd/not-accessible',
    kind: 'fault',
    title: 'postfix may not enter the directory of saslauthd’s socket',
    cause:
      'Debian keeps /run/saslauthd for root and the group sasl (mode 0710), and postfix is not in that group until ' +
      'somebody puts it there. A process keeps the groups that it was started with, so it must be restarted afterwards.',
    symptoms: {
      log: [deniedSocket, verificationFailed, genericFailure],
      facts: [directoryClosed, usualSocket],
      client: temporaryFailure,
    },
    repair: {
      words: 'Put postfix into the group of the directory and restart it. CentOS: the group is saslauth.',
      commands: ['adduser postfix sasl   # CentOS: usermod -aG saslauth postfix', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `${asksSaslauthd}
chgrp adm /run/saslauthd
chmod 710 /run/saslauthd`,
      provoke: [loginOfUser],
      repair: 'usermod -aG adm postfix',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: usersFail,
    references: ['https://www.postfix.org/SASL_README.html#saslauthd', 'https://wiki.debian.org/PostfixAndSASL'],
  },
  {
    id: 'saslauthd/path-is-directory',
    kind: 'fault',
    title: 'saslauthd_path names the directory, not the socket in it',
    cause:
      'saslauthd’s own option -m wants the directory, saslauthd_path in smtpd.conf wants the socket itself, whose name ' +
      'is mux. A connection to a directory is refused with "Permission denied", which looks like a matter of groups.',
    symptoms: {
      log: [deniedSocket, verificationFailed, genericFailure],
      facts: [saslOption('saslauthd_path', /^(?!.*\/mux$)./, 'saslauthd_path of smtpd.conf does not end in /mux')],
      client: temporaryFailure,
    },
    repair: {
      words: 'Name the socket, or leave the line out where saslauthd uses its usual directory.',
      commands: [
        "sed -i 's|^saslauthd_path:.*|saslauthd_path: /run/saslauthd/mux|' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `${asksSaslauthd}
echo 'saslauthd_path: /run/saslauthd' >>/etc/sasl2/smtpd.conf`,
      provoke: [loginOfUser],
      repair: "sed -i 's|^saslauthd_path:.*|saslauthd_path: /run/saslauthd/mux|' /etc/sasl2/smtpd.conf",
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: usersFail,
    references: ['https://github.com/bokysan/docker-postfix/issues/131'],
  },
  {
    id: 'saslauthd/confined',
    kind: 'fault',
    title: 'SELinux keeps smtpd from saslauthd’s socket',
    cause:
      'The modes of the directory and of the socket let everybody in, and still the connection is denied: SELinux, or ' +
      'another confinement such as AppArmor, forbids it, most often because the socket lies in a directory with ' +
      'another label. The audit log has the denial.',
    symptoms: {
      log: [deniedSocket, verificationFailed, genericFailure],
      facts: [directoryOpen, usualSocket],
      client: temporaryFailure,
    },
    repair: {
      words: 'Look for the denial, and give the directory its label back.',
      commands: ['ausearch -m avc -ts recent | grep saslauthd', 'restorecon -Rv /run/saslauthd'],
    },
    unreproduced: 'It needs a kernel that enforces SELinux; containers share that of their host.',
    versions: {},
    noticedBy: usersFail,
    references: ['https://www.postfix.org/SASL_README.html#saslauthd'],
  },
  {
    id: 'saslauthd/stale-socket',
    kind: 'fault',
    title: 'saslauthd’s socket is there, and nobody listens at it',
    cause:
      'saslauthd ended without removing its socket: it was killed, for instance by the kernel when memory ran out, or ' +
      'its container stopped and the directory is a volume that outlived it. Connections to what is left are refused.',
    symptoms: {
      log: [unreachable('Connection refused', 'names'), verificationFailed, genericFailure],
      facts: [],
      client: temporaryFailure,
    },
    repair: {
      words: 'Start saslauthd: it replaces the socket. Let something restart it when it dies.',
      commands: ['systemctl restart saslauthd', 'journalctl -u saslauthd'],
    },
    reproduction: {
      inject: `${asksSaslauthdStartedByHand}
mailctl start-saslauthd -n 1
kill -9 "$(cat /run/saslauthd/saslauthd.pid)"`,
      provoke: [loginOfUser],
      repair: 'mailctl start-saslauthd',
      restart: false,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: usersFail,
    references: ['https://www.postfix.org/SASL_README.html#saslauthd'],
  },
  {
    id: 'saslauthd/asked-in-vain',
    kind: 'fault',
    title: 'pwcheck_method asks a saslauthd that does not run before it looks into sasldb2',
    cause:
      'pwcheck_method names several methods, and they are tried in turn. saslauthd can’t be reached, the next one lets ' +
      'the user in. Logins work, so the warning is not why one fails; but users whom only saslauthd knows stay outside, ' +
      'and a password is good when either side takes it.',
    symptoms: {
      log: [absentSocket],
      facts: [
        saslOption(
          'pwcheck_method',
          /\bsaslauthd\s+\S|\S\s+saslauthd\b/,
          'pwcheck_method names saslauthd and another method',
        ),
        running('saslauthd', false),
      ],
      client: '235 2.7.0 Authentication successful',
    },
    repair: {
      words: 'Name the one method that is meant.',
      commands: [
        "sed -i 's/^pwcheck_method:.*/pwcheck_method: auxprop/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `${asksSaslauthdStartedByHand}
sed -i 's/^pwcheck_method:.*/pwcheck_method: saslauthd auxprop/' /etc/sasl2/smtpd.conf`,
      provoke: [loginOfUser],
      repair: `sed -i 's/^pwcheck_method:.*/pwcheck_method: auxprop/' /etc/sasl2/smtpd.conf
${restarted}`,
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.cyrusimap.org/sasl/sasl/options.html'],
  },
];

function closedToOthers({ files }: ServerFacts): boolean | undefined {
  const directory = files.get('/run/saslauthd');
  return directory?.kind === 'directory' ? !/[1357]$/.test(directory.mode) : undefined;
}

function negated(holds: boolean | undefined): boolean | undefined {
  return holds === undefined ? undefined : !holds;
}
