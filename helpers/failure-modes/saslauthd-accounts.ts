import type { FailureMode } from '../model/failure-mode';
import {
  asksSaslauthd,
  asksSaslauthdStartedByHand,
  fromSaslauthd,
  loginOfUser,
  loginRefused,
  loginWith,
  refusal,
  refusedByBackEnd,
  saslManual,
  usersFail,
  verificationFailed,
} from './saslauthd-setup';

/** saslauthd was asked, and the system accounts say no. */
export const saslauthdRefuses: readonly FailureMode[] = [
  {
    id: 'saslauthd/realm-added',
    kind: 'fault',
    title: 'saslauthd looks for a system account whose name has a domain in it',
    cause:
      'saslauthd runs with -r, so it puts name and realm together, and then looks for a system account of that name: ' +
      'there is `alice`, not `alice@example.test`. The realm comes from a user who typed the whole address, or from ' +
      'smtpd_sasl_local_domain.',
    symptoms: {
      log: [
        refusedByBackEnd(
          /\[user=[^\]]*@[^\]]*\] \[service=\w+\] \[realm=[^\]]*\] \[mech=(?:shadow|getpwent)\] \[reason=(?:Invalid username|Unknown)\]$/,
          '[user=alice@example.test] [service=smtp] [realm=example.test] [mech=shadow] [reason=Invalid username]',
          'names',
        ),
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'Start saslauthd without -r: it then looks for the part before the @ alone.',
      commands: [
        'sed -i "s/^FLAGS=.*/FLAGS=/" /etc/sysconfig/saslauthd   # Debian: OPTIONS in /etc/default/saslauthd',
        'systemctl restart saslauthd',
      ],
    },
    reproduction: {
      inject: `${asksSaslauthdStartedByHand}
mailctl start-saslauthd -r`,
      provoke: [loginOfUser],
      repair: `mailctl stop-saslauthd
mailctl start-saslauthd`,
      restart: false,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: usersFail,
    references: ['https://github.com/grommunio/gromox-container/issues/21', saslManual],
  },
  {
    id: 'saslauthd/shadow-unreadable',
    kind: 'fault',
    title: 'saslauthd may not read /etc/shadow',
    cause:
      'With `-a shadow` saslauthd compares passwords with /etc/shadow itself, which only root and the group shadow may ' +
      'read. It runs as another user, as in an image without root or with User= in its unit, or SELinux forbids it. ' +
      'To the user it looks like a wrong password.',
    symptoms: {
      log: [
        refusedByBackEnd(
          /\[user=[^\]]*\] \[service=\w+\] \[realm=[^\]]*\] \[mech=shadow\] \[reason=Username shadow lookup failure: Permission denied\]$/,
          '[user=alice] [service=smtp] [realm=example.test] [mech=shadow] [reason=Username shadow lookup failure: Permission denied]',
          'names',
        ),
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'Run saslauthd as root, or let it ask PAM. Where SELinux forbids it, a boolean of its own allows it.',
      commands: [
        'systemctl cat saslauthd | grep User=',
        'setsebool -P saslauthd_read_shadow on   # CentOS',
        'systemctl restart saslauthd',
      ],
    },
    reproduction: {
      inject: `${asksSaslauthdStartedByHand}
chown nobody /run/saslauthd
setpriv --reuid nobody --regid nogroup --clear-groups mailctl start-saslauthd`,
      provoke: [loginOfUser],
      repair: `mailctl stop-saslauthd
chown root /run/saslauthd
mailctl start-saslauthd`,
      restart: false,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: usersFail,
    references: ['https://manpages.debian.org/bookworm/sasl2-bin/saslauthd.8.en.html', saslManual],
  },
  {
    id: 'saslauthd/wrong-password',
    kind: 'client',
    title: 'a user of saslauthd sends a password that is not that of the system account',
    cause:
      'saslauthd found the account in /etc/shadow, and the password does not match. Either it is mistyped, or it is the ' +
      'one of sasldb2, which is another. An account that is locked, or whose hash this system cannot compute, gives ' +
      'the same line.',
    symptoms: {
      log: [
        refusedByBackEnd(
          /\[user=[^\]]*\] \[service=\w+\] \[realm=[^\]]*\] \[mech=(?:shadow|getpwent)\] \[reason=Incorrect password\]$/,
          '[user=alice] [service=smtp] [realm=example.test] [mech=shadow] [reason=Incorrect password]',
          'names',
        ),
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words:
        'Try the password without Postfix; if it is refused there too, see whether the account is locked, and set a new one.',
      commands: ['testsaslauthd -u alice -p secret -s smtp', 'passwd -S alice', 'passwd alice'],
    },
    reproduction: { inject: asksSaslauthd, provoke: [loginWith('wrong')], repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: [saslManual],
  },
  {
    id: 'saslauthd/no-such-account',
    kind: 'client',
    title: 'a client logs in with a name that has no system account',
    cause:
      'saslauthd looks for system accounts, and there is none of that name: it is mistyped, the user is only in ' +
      'sasldb2, which saslauthd does not read, or somebody tries names.',
    symptoms: {
      log: [
        refusedByBackEnd(
          /\[user=[^\]@]*\] \[service=\w+\] \[realm=[^\]]*\] \[mech=(?:shadow|getpwent)\] \[reason=(?:Invalid username|Unknown)\]$/,
          '[user=carol] [service=smtp] [realm=example.test] [mech=shadow] [reason=Invalid username]',
          'names',
        ),
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'Correct the name in the client, make the account, or have the passwords checked where the users are.',
      commands: ['getent passwd carol', 'sasldblistusers2', 'useradd --shell /sbin/nologin carol && passwd carol'],
    },
    reproduction: { inject: asksSaslauthd, provoke: [loginWith('secret', 'carol')], repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: [saslManual],
  },
  {
    id: 'saslauthd/empty-password',
    kind: 'client',
    title: 'a client sends an empty password to saslauthd',
    cause:
      'The program has a user name and no password, or its saved password was lost; bots try empty passwords as well. ' +
      'saslauthd refuses without asking anybody.',
    symptoms: {
      log: [
        fromSaslauthd(
          /^\s*(?:do_request\s*)?: NULL password received$/,
          '                : NULL password received',
          'names',
        ),
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: { words: 'Enter the password in the client again. The server needs nothing.', commands: [] },
    reproduction: { inject: asksSaslauthd, provoke: [loginWith('')], repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: ['https://www.rfc-editor.org/rfc/rfc4616#section-2'],
  },
  {
    id: 'saslauthd/password-too-long',
    kind: 'client',
    title: 'a client sends saslauthd a password of more than 256 bytes',
    cause:
      'saslauthd takes names and passwords of up to 256 bytes and refuses longer ones without asking anybody. Such a ' +
      'password is most often a token, which other back ends would take.',
    symptoms: {
      log: [
        fromSaslauthd(
          /^\s*(?:do_request\s*)?: (?:login|password) exceeded MAX_REQ_LEN: \d+$/,
          '                : password exceeded MAX_REQ_LEN: 256',
          'names',
        ),
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: { words: 'Use a shorter secret, or keep such users in sasldb2 or in Dovecot.', commands: [] },
    reproduction: { inject: asksSaslauthd, provoke: [loginWith('x'.repeat(300))], repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: ['https://github.com/cyrusimap/cyrus-sasl/blob/master/saslauthd/globals.h'],
  },
];
