import type { FailureMode } from '../model/failure-mode';
import { dovecotSays, loginOfAlice, noReason, ofUser, reply, says, users, usersFail } from './dovecot-answers';

/** Dovecot can’t tell whether a password is right. */
export const dovecotTrouble: readonly FailureMode[] = [
  {
    id: 'dovecot/users-unreadable',
    kind: 'fault',
    title: 'Dovecot may not read its file of users',
    cause:
      'The auth process runs as the user dovecot. A passwd-file that belongs to root with mode 0600, as a mounted secret ' +
      'usually does, can’t be read by it. Dovecot starts without a word, and every login fails.',
    symptoms: {
      log: [
        dovecotSays(
          /Error: passwd-file\S* .*open\(.*\) failed: Permission denied/,
          'Error: passwd-file /etc/dovecot/users:open(/etc/dovecot/users) failed: Permission denied (euid=101(dovecot) egid=104(dovecot) missing +r perm: /etc/dovecot/users, dir owned by 0:0 mode=0755)',
        ),
        noReason,
      ],
      facts: [],
      client: reply,
    },
    repair: {
      words: 'Let the group dovecot read the file, and nobody else.',
      commands: ['chown root:dovecot /etc/dovecot/users', 'chmod 640 /etc/dovecot/users', 'systemctl restart dovecot'],
    },
    reproduction: {
      image: 'dovecot',
      inject: `chown root:root ${users}
chmod 600 ${users}`,
      provoke: says(loginOfAlice),
      repair: `chown root:dovecot ${users}
chmod 640 ${users}`,
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: usersFail,
    references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/passwd_file/'],
  },
  {
    id: 'dovecot/users-missing',
    kind: 'fault',
    title: 'Dovecot’s file of users is not there',
    cause:
      'The passwd-file that passdb names does not exist: the volume or secret with it is not mounted, or mounted ' +
      'elsewhere. Dovecot starts all the same, and every login fails.',
    symptoms: {
      log: [
        dovecotSays(
          /(?:Error: passwd-file\S* .*open\(.*\) failed: No such file or directory|missing passwd file: )/,
          'missing passwd file: /etc/dovecot/users',
        ),
        noReason,
      ],
      facts: [],
      client: reply,
    },
    repair: {
      words: 'Put the file where passdb looks for it.',
      commands: [
        'doveconf -n passdb | grep args',
        'install -o root -g dovecot -m 640 users /etc/dovecot/users',
        'systemctl restart dovecot',
      ],
    },
    reproduction: {
      image: 'dovecot',
      inject: `mv ${users} /root/users`,
      provoke: says(loginOfAlice),
      repair: `install -o root -g dovecot -m 640 /root/users ${users}
rm /root/users`,
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: usersFail,
    references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/passwd_file/'],
  },
  {
    id: 'dovecot/unknown-scheme',
    kind: 'fault',
    title: 'a stored password begins with a scheme that Dovecot does not know',
    cause:
      'What stands in braces before a stored password says how it was hashed: {SHA512-CRYPT}, {BLF-CRYPT}, {PLAIN}. A ' +
      'misspelt one, or one that this version or its system’s library does not have, can’t be checked.',
    symptoms: {
      log: [ofUser('Unknown (?:password )?scheme ', 'Unknown scheme PLIAN'), noReason],
      facts: [],
      client: reply,
    },
    repair: {
      words: 'Write the scheme as Dovecot calls it, or make the password anew.',
      commands: ['doveadm pw -l', 'doveadm pw -s SHA512-CRYPT'],
    },
    reproduction: {
      image: 'dovecot',
      inject: `sed -i 's/{PLAIN}/{PLIAN}/' ${users}`,
      provoke: says(loginOfAlice),
      repair: `sed -i 's/{PLIAN}/{PLAIN}/' ${users}`,
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: usersFail,
    references: [
      'https://doc.dovecot.org/2.3/configuration_manual/authentication/password_schemes/',
      'https://github.com/dovecot/docker/issues/47',
    ],
  },
  {
    id: 'dovecot/connection-lost',
    kind: 'fault',
    title: 'Dovecot’s auth process ends, or lets smtpd wait too long, in the middle of a login',
    cause:
      'smtpd has asked, and the connection to Dovecot closes before the answer: Dovecot was restarted, its auth process ' +
      'died or has reached its client_limit, or it holds answers back because many logins fail from one address, which ' +
      'behind NAT or a proxy is everybody’s.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: \S+: SASL \S+ authentication failed: Connection lost to authentication server(?:, sasl_username=.*)?$/,
          specimen:
            'postfix/submission/smtpd[34]: warning: localhost[127.0.0.1]: SASL LOGIN authentication failed: Connection lost to authentication server, sasl_username=(unavailable)',
          strength: 'names',
        },
      ],
      facts: [],
      client:
        '454 4.7.0 Temporary authentication failure: Connection lost to authentication server; before Postfix 3.1: 535 5.7.8',
    },
    repair: {
      words:
        'Look into Dovecot’s log for what ended it, and restart it. If the log speaks of limits, raise client_limit of ' +
        'service auth; behind a proxy, let Dovecot see the clients’ own addresses.',
      commands: ['journalctl -u dovecot -n 50', 'systemctl restart dovecot'],
    },
    reproduction: {
      image: 'dovecot',
      inject: '',
      provoke: [
        {
          kind: 'run',
          script: `exec 3<>/dev/tcp/127.0.0.1/587
hear() { while IFS= read -r -t 3 line <&3; do case "$line" in [0-9][0-9][0-9]' '*) return ;; esac; done; }
hear
for line in 'EHLO localhost' 'AUTH LOGIN'; do printf '%s\\r\\n' "$line" >&3; hear; done
for process in /proc/[0-9]*; do
  if [ "$(cat "$process/comm" || true)" = auth ]; then kill -9 "\${process#/proc/}"; fi
done
printf 'YWxpY2U=\\r\\n' >&3
hear`,
        },
      ],
      repair: 'true   # the restart is it',
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: [],
    references: [
      'https://github.com/chatmail/relay/issues/273',
      'https://github.com/docker-mailserver/docker-mailserver/issues/3227',
      'https://github.com/docker-mailserver/docker-mailserver/issues/3891',
    ],
  },
  {
    id: 'dovecot/stopped',
    kind: 'noise',
    title: 'Dovecot was stopped or restarted',
    cause:
      'Dovecot calls it a warning that it was told to end, as systemctl stop and restart tell it. What matters is whether ' +
      'it says "starting up" afterwards.',
    symptoms: {
      log: [
        {
          pattern: /^master: Warning: Killed with signal 15 /,
          specimen: 'dovecot: master: Warning: Killed with signal 15 (by pid=46 uid=0 code=kill)',
          strength: 'names',
          program: /^dovecot$/,
        },
      ],
      facts: [],
      client: 'Nothing, if it is soon up again.',
    },
    repair: { words: 'Nothing need be done.', commands: ['systemctl status dovecot'] },
    reproduction: { image: 'dovecot', inject: 'true   # the restart is it', provoke: [], repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: ['https://doc.dovecot.org/2.3/admin_manual/logging/'],
  },
];
