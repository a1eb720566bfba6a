import type { ClientStep, FailureMode, LogSign } from '../model/failure-mode';
import { mailOfUser } from './client-steps';

const dovecotSays = (text: RegExp, specimen: string): LogSign => ({
  pattern: new RegExp(`^auth(?:-worker)?(?:\\(\\S+\\))?: ${text.source}`),
  specimen: `dovecot: auth: ${specimen}`,
  strength: 'names',
  program: /^dovecot$/,
});

// passwd-file(alice@example.test,198.51.100.7): …; from a worker: conn unix:auth-worker (…): auth-worker<1>: sql(…): …
const passdb = String.raw`(?:(?:Info|Error): )?(?:conn .*?: auth-worker<\d+>: )?[\w-]+\(.*?\)`;
const ofUser = (text: string, specimen: string) =>
  dovecotSays(new RegExp(`${passdb}: ${text}`), `passwd-file(alice@example.test,198.51.100.7): ${specimen}`);

// Dovecot gives no reason. Before 3.5.25, 3.6.15, 3.7.11, 3.8.6: what was left in the buffer, "Password:" in base64, or nothing.
const noReason: LogSign = {
  pattern:
    /^warning: \S+: SASL \S+ authentication failed:(?: \(reason unavailable\)| UGFzc3dvcmQ6)? ?(?:, sasl_username=.*)?$/,
  specimen:
    'postfix/submission/smtpd[362]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: (reason unavailable), sasl_username=alice@example.test',
  strength: 'suggests',
};

// alice, wrong
const loginOfAlice = 'AUTH PLAIN AGFsaWNlAHdyb25n';
const says = (...lines: readonly string[]): readonly ClientStep[] => [{ kind: 'lines', lines: [...lines, 'QUIT'] }];

const reply =
  '535 5.7.8 Error: authentication failed: (reason unavailable); before Postfix 3.7.11: UGFzc3dvcmQ6, or nothing, as the reason';
const config = '/etc/dovecot/dovecot.conf';
const users = '/etc/dovecot/users';
const mechanisms = (list: string) => `sed -i 's/^auth_mechanisms = .*/auth_mechanisms = ${list}/' ${config}`;
const usersFail = ['authenticated-relay/plain-on-587-before-tls'];

/** Dovecot answers, and the answer is no. Its own log says why, with auth_verbose = yes; that of Postfix does not. */
export const dovecotUsers: readonly FailureMode[] = [
  {
    id: 'dovecot/mechanism-not-offered',
    kind: 'fault',
    title: 'a client asks for a mechanism that Dovecot does not offer',
    cause:
      'auth_mechanisms of Dovecot is plain unless it says more. Outlook and many printers and cameras know LOGIN only, ' +
      'and ask for it whatever EHLO says. Where nobody but strangers ask for it, they are guessing passwords.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: \S+: SASL \S+ authentication failed: Invalid authentication mechanism(?:: '.*')?(?:, sasl_username=.*)?$/,
          specimen:
            'postfix/submission/smtpd[171]: warning: client.outside.example[198.51.100.7]: SASL LOGIN authentication failed: Invalid authentication mechanism, sasl_username=(unavailable)',
          strength: 'names',
        },
      ],
      facts: [],
      client:
        "535 5.7.8 Error: authentication failed: Invalid authentication mechanism; from Postfix 3.10 on with its name, : 'LOGIN'",
    },
    repair: {
      words: 'Let Dovecot offer LOGIN as well.',
      commands: [
        "sed -i 's/^auth_mechanisms = .*/auth_mechanisms = plain login/' /etc/dovecot/conf.d/10-auth.conf",
        'systemctl restart dovecot',
      ],
    },
    reproduction: {
      image: 'dovecot',
      inject: mechanisms('plain'),
      provoke: says('AUTH LOGIN'),
      repair: mechanisms('plain login'),
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: ['authenticated-relay/login-on-587-before-tls'],
    references: [
      'https://doc.dovecot.org/2.3/configuration_manual/authentication/authentication_mechanisms/',
      'https://github.com/MoeNetwork/Tieba-Cloud-Sign/issues/295',
    ],
  },
  {
    id: 'dovecot/hashed-passwords',
    kind: 'fault',
    title: 'Dovecot offers CRAM-MD5 or SCRAM, and the stored passwords are hashes that can’t serve it',
    cause:
      'CRAM-MD5 and DIGEST-MD5 need the password itself or their own form of it, SCRAM its own too. The user database ' +
      'has one-way hashes such as SHA512-CRYPT, with which only PLAIN and LOGIN can be checked. Clients choose the ' +
      'strongest that is offered, and fail with the right password.',
    symptoms: {
      log: [
        ofUser(
          'Requested \\S+ scheme, but we have only \\S+',
          'Requested CRAM-MD5 scheme, but we have only SHA512-CRYPT',
        ),
        noReason,
      ],
      facts: [],
      client: reply,
    },
    repair: {
      words: 'Offer only what the stored passwords can serve.',
      commands: [
        "sed -i 's/^auth_mechanisms = .*/auth_mechanisms = plain login/' /etc/dovecot/conf.d/10-auth.conf",
        'systemctl restart dovecot',
      ],
    },
    reproduction: {
      image: 'dovecot',
      inject: `${mechanisms('plain login cram-md5')}
doveadm pw -s SHA512-CRYPT -p "$(sed -n 's/^alice@.*{PLAIN}//p' ${users})" >/root/hash
sed -i "s|^alice@.*|alice@example.test:$(cat /root/hash)|" ${users}
rm /root/hash`,
      provoke: [{ ...mailOfUser, login: { mechanism: 'CRAM-MD5', password: 'right' } }],
      repair: mechanisms('plain login'),
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: ['authenticated-relay/cram-md5-on-587-before-tls'],
    references: [
      'https://doc.dovecot.org/2.3/configuration_manual/authentication/password_schemes/',
      'https://github.com/docker-mailserver/docker-mailserver/issues/2367',
    ],
  },
  {
    id: 'dovecot/character-in-user-name',
    kind: 'client',
    title: 'a login name has a character that Dovecot does not allow',
    cause:
      'auth_username_chars allows letters, digits and a few signs of ASCII. A name with an umlaut is refused before any ' +
      'user is looked up, whatever the password; so are the names with quotes and commas that guessing programs try.',
    symptoms: {
      log: [
        dovecotSays(
          /(?:(?:Info|Error): )?[\w-]+\(.*?\): Username character disallowed by auth_username_chars: /,
          'plain(?,198.51.100.7): Username character disallowed by auth_username_chars: 0xc3 (username: jürgen@example.test)',
        ),
        noReason,
      ],
      facts: [],
      client: reply,
    },
    repair: {
      words: 'Give the user a login name in ASCII; or, where it must be, add the characters to auth_username_chars.',
      commands: ['doveconf auth_username_chars', 'systemctl restart dovecot'],
    },
    reproduction: {
      image: 'dovecot',
      inject: '',
      // jürgen@example.test
      provoke: says('AUTH PLAIN AGrDvHJnZW5AZXhhbXBsZS50ZXN0AHdyb25n'),
      repair: '',
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: [],
    references: [
      'https://doc.dovecot.org/2.3/settings/core/#core_setting-auth_username_chars',
      'https://github.com/mail-in-a-box/mailinabox/issues/407',
    ],
  },
  {
    id: 'dovecot/wrong-password',
    kind: 'client',
    title: 'a user of Dovecot gives a wrong password',
    cause:
      'Dovecot knows the user, and the password is another. Postfix isn’t told why: it logs "(reason unavailable)", ' +
      'older ones UGFzc3dvcmQ6, which is only the word "Password:" in base64, left over from the question. Many such ' +
      'lines from many addresses are somebody who guesses.',
    symptoms: {
      log: [ofUser('Password mismatch', 'Password mismatch'), noReason],
      facts: [],
      client: reply,
    },
    repair: {
      words: 'Try the password by hand. If it is right there, look at the client; if not, set a new one.',
      commands: ['doveadm auth test alice@example.test'],
    },
    reproduction: {
      image: 'dovecot',
      inject: '',
      provoke: says(loginOfAlice),
      repair: '',
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: [],
    references: [
      'https://github.com/hardware/mailserver/issues/331',
      'https://github.com/fail2ban/fail2ban/issues/1245',
      'https://github.com/iredmail/dockerized/issues/24',
    ],
  },
  {
    id: 'dovecot/unknown-user',
    kind: 'client',
    title: 'a login name is not in Dovecot’s user database, often for want of its domain',
    cause:
      'Dovecot looks a name up as it was given, or as auth_username_format makes it. Users are listed as ' +
      'alice@example.test and log in as alice, without auth_default_realm to add the domain; or the other way round; ' +
      'or there is no such user, as with guessing programs.',
    symptoms: {
      log: [ofUser('unknown user\\b', 'unknown user'), noReason],
      facts: [],
      client: reply,
    },
    repair: {
      words:
        'Log in with the name as it is listed; or let Dovecot add the domain, or drop it (auth_username_format = %n).',
      commands: [
        'doveadm user alice@example.test',
        "echo 'auth_default_realm = example.test' >/etc/dovecot/conf.d/99-realm.conf",
        'systemctl restart dovecot',
      ],
    },
    reproduction: {
      image: 'dovecot',
      inject: `sed -i '/^auth_default_realm/d' ${config}`,
      provoke: says(loginOfAlice),
      repair: `echo 'auth_default_realm = example.test' >>${config}`,
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: usersFail,
    references: [
      'https://doc.dovecot.org/2.3/settings/core/#core_setting-auth_default_realm',
      'https://github.com/docker-mailserver/docker-mailserver/issues/4317',
    ],
  },
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
