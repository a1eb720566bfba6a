import type { FactSign, FailureMode } from '../model/failure-mode';
import {
  asksPam,
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

const pamSaidNo = refusedByBackEnd(
  /\[user=[^\]]*\] \[service=\w+\] \[realm=[^\]]*\] \[mech=pam\] \[reason=PAM auth error\]$/,
  '[user=alice] [service=smtp] [realm=example.test] [mech=pam] [reason=PAM auth error]',
  'accompanies',
);

const pamFailed = fromSaslauthd(
  /^DEBUG: auth_pam: pam_authenticate failed: Authentication failure$/,
  'DEBUG: auth_pam: pam_authenticate failed: Authentication failure',
  'suggests',
);

const ownRules: FactSign = {
  words: '/etc/pam.d/smtp is there, and not the one of 76 bytes that CentOS’s postfix brings',
  look: 'ls -lL /etc/pam.d/smtp',
  holds: ({ files }) => {
    const rules = files.get('/etc/pam.d/smtp');
    return rules && rules.kind === 'file' && rules.size !== 76;
  },
};

/** saslauthd asked PAM, and PAM says no. */
export const saslauthdPam: readonly FailureMode[] = [
  {
    id: 'saslauthd/realm-stripped',
    kind: 'fault',
    title: 'saslauthd asks for the bare name, and the accounts are full addresses',
    cause:
      'A login such as alice@example.test is cut at the @, and without -r saslauthd hands only `alice` to what is ' +
      'behind it; smtpd_sasl_local_domain adds a realm in the same way. Accounts of LDAP, of a database or of ' +
      'pam_userdb are often stored as full addresses, so nobody is found.',
    symptoms: {
      log: [
        fromSaslauthd(
          /^(?:DEBUG: auth_pam: pam_authenticate failed: User not known to the underlying authentication module|Authentication failed for [^\s/@]+\/\S+: User not found \(-6\))$/,
          'DEBUG: auth_pam: pam_authenticate failed: User not known to the underlying authentication module',
          'suggests',
        ),
        pamSaidNo,
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words:
        'Start saslauthd with -r (CentOS: FLAGS=-r in /etc/sysconfig/saslauthd, Debian: OPTIONS in ' +
        '/etc/default/saslauthd), so that name and realm are put together again.',
      commands: ['sed -i "s/^FLAGS=.*/FLAGS=-r/" /etc/sysconfig/saslauthd', 'systemctl restart saslauthd'],
    },
    reproduction: {
      inject: `printf 'alice@example.test\\ncorrect-horse-alice\\n' | db_load -T -t hash /etc/mail-users.db
for step in auth account; do echo "$step required pam_userdb.so db=/etc/mail-users"; done >/etc/pam.d/smtp
${asksSaslauthdStartedByHand}
sed -i 's/^MECH=.*/MECH=pam/' /etc/sysconfig/saslauthd
mailctl start-saslauthd`,
      provoke: [loginOfUser],
      repair: `mailctl stop-saslauthd
mailctl start-saslauthd -r`,
      restart: false,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: usersFail,
    references: [
      'https://github.com/docker-mailserver/docker-mailserver/issues/1380',
      'https://github.com/docker-mailserver/docker-mailserver/pull/448',
    ],
  },
  {
    id: 'saslauthd/pam-refuses',
    kind: 'fault',
    title: 'PAM’s rules for the service smtp let nobody in',
    cause:
      'saslauthd asks PAM for the service named smtp: /etc/pam.d/smtp where it exists, else /etc/pam.d/other. These ' +
      'rules deny, often because the file was written for the name smtpd, or because `other` is pam_deny. No module ' +
      'says why; where pam_unix had refused the password there would be a line of its own.',
    symptoms: {
      log: [pamFailed, pamSaidNo, verificationFailed, loginRefused],
      facts: [ownRules],
      client: refusal,
    },
    repair: {
      words: 'Write /etc/pam.d/smtp so that it asks what keeps the passwords, and test it without Postfix.',
      commands: [
        "printf 'auth include password-auth\\naccount include password-auth\\n' >/etc/pam.d/smtp   # Debian: @include common-auth, @include common-account",
        'testsaslauthd -u alice -p secret -s smtp',
      ],
    },
    reproduction: {
      inject: `${asksPam}
printf 'auth required pam_deny.so\\naccount required pam_deny.so\\n' >/etc/pam.d/smtp`,
      provoke: [loginOfUser],
      repair: `printf 'auth required pam_unix.so\\naccount required pam_unix.so\\n' >/etc/pam.d/smtp`,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: usersFail,
    references: [saslManual, 'https://www.postfix.org/SASL_README.html#saslauthd'],
  },
  {
    id: 'saslauthd/pam-wrong-password',
    kind: 'client',
    title: 'a user of PAM sends a wrong password',
    cause:
      'saslauthd asked PAM, and pam_unix compared the password with that of the system account: they differ, or the ' +
      'account is locked. The refusal comes late, after about two seconds.',
    symptoms: {
      log: [
        fromSaslauthd(
          /^pam_unix\(smtp:auth\): authentication failure; .* user=\S+$/,
          'pam_unix(smtp:auth): authentication failure; logname= uid=0 euid=0 tty= ruser= rhost=  user=alice',
          'suggests',
        ),
        pamFailed,
        pamSaidNo,
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'Correct the password in the client, or see whether the account is locked (L) and set a new one.',
      commands: ['passwd -S alice', 'passwd alice'],
    },
    reproduction: { inject: asksPam, provoke: [loginWith('wrong')], repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: [saslManual],
  },
  {
    id: 'saslauthd/pam-no-such-account',
    kind: 'client',
    title: 'a client logs in with a name that PAM does not know',
    cause:
      'saslauthd asked PAM, and pam_unix knows no account of that name: it is mistyped, the user exists only in ' +
      'sasldb2 or in a database that these rules do not ask, or somebody tries names.',
    symptoms: {
      log: [
        fromSaslauthd(
          /^pam_unix\(smtp:auth\): check pass; user unknown$/,
          'pam_unix(smtp:auth): check pass; user unknown',
          'names',
        ),
        pamFailed,
        pamSaidNo,
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words:
        'Correct the name in the client, make the account, or name the module in /etc/pam.d/smtp that knows the users.',
      commands: ['getent passwd carol', 'cat /etc/pam.d/smtp'],
    },
    reproduction: { inject: asksPam, provoke: [loginWith('secret', 'carol')], repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: [saslManual],
  },
  {
    id: 'saslauthd/pam-module-missing',
    kind: 'fault',
    title: 'PAM’s rules for smtp name a module that is not installed or can’t be loaded',
    cause:
      '/etc/pam.d/smtp names a module such as pam_mysql.so, and PAM can’t load it: the package is missing in the ' +
      'image, or it was built against other libraries. A module that can’t be loaded refuses everybody.',
    symptoms: {
      log: [
        fromSaslauthd(
          /^PAM unable to dlopen\(\S+\): /,
          'PAM unable to dlopen(pam_mysql.so): /lib/security/pam_mysql.so: cannot open shared object file: No such file or directory',
          'names',
        ),
        fromSaslauthd(/^PAM adding faulty module: /, 'PAM adding faulty module: pam_mysql.so', 'names'),
        fromSaslauthd(
          /^DEBUG: auth_pam: pam_authenticate failed: Module is unknown$/,
          'DEBUG: auth_pam: pam_authenticate failed: Module is unknown',
          'accompanies',
        ),
        pamSaidNo,
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'Install the module, or ask another one. saslauthd reads the rules anew with every login.',
      commands: ['grep -r . /etc/pam.d/smtp', 'yum install pam_mysql   # Debian: apt-get install libpam-mysql'],
    },
    reproduction: {
      inject: `${asksPam}
printf 'auth required pam_mysql.so user=mail\\naccount required pam_mysql.so user=mail\\n' >/etc/pam.d/smtp`,
      provoke: [loginOfUser],
      repair: `printf 'auth required pam_unix.so\\naccount required pam_unix.so\\n' >/etc/pam.d/smtp`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: usersFail,
    references: [saslManual],
  },
  {
    id: 'saslauthd/pam-file-missing',
    kind: 'fault',
    title: 'PAM’s rules for smtp include a file that is not there',
    cause:
      '/etc/pam.d/smtp was copied from another system: CentOS has password-auth and system-auth to include, Debian ' +
      'common-auth and common-account. PAM refuses everybody when a part of the rules can’t be read.',
    symptoms: {
      log: [
        fromSaslauthd(
          /^PAM _pam_load_conf_file: unable to open (?:config for )?\S+$/,
          'PAM _pam_load_conf_file: unable to open config for /etc/pam.d/system-auth',
          'names',
        ),
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'Include the files of this system.',
      commands: [
        "printf '@include common-auth\\n@include common-account\\n' >/etc/pam.d/smtp   # CentOS: auth include password-auth, account include password-auth",
      ],
    },
    reproduction: {
      inject: `${asksPam}
printf 'auth include no-such-auth\\naccount include no-such-auth\\n' >/etc/pam.d/smtp`,
      provoke: [loginOfUser],
      repair: `printf 'auth required pam_unix.so\\naccount required pam_unix.so\\n' >/etc/pam.d/smtp`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: usersFail,
    references: [saslManual],
  },
  {
    id: 'saslauthd/account-expired',
    kind: 'fault',
    title: 'the password is right, and PAM refuses the account',
    cause:
      'PAM checks the account after the password: it has expired, its password has to be changed first, or a rule of ' +
      'the account phase forbids it. "PAM acct error" says that the password was right. With `-a shadow` the same ' +
      'account may get in or look like a wrong password.',
    symptoms: {
      log: [
        refusedByBackEnd(
          /\[user=[^\]]*\] \[service=\w+\] \[realm=[^\]]*\] \[mech=pam\] \[reason=PAM acct error\]$/,
          '[user=alice] [service=smtp] [realm=example.test] [mech=pam] [reason=PAM acct error]',
          'names',
        ),
        fromSaslauthd(
          /^pam_unix\(smtp:account\): (?:account \S+ has expired|expired password for user) /,
          'pam_unix(smtp:account): account alice has expired (account expired)',
          'names',
        ),
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'See when account and password expire, and lift it.',
      commands: ['chage -l alice', 'chage -E -1 alice'],
    },
    reproduction: {
      inject: `${asksPam}
chage -E 1 alice`,
      provoke: [loginOfUser],
      repair: 'chage -E -1 alice',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: usersFail,
    references: [saslManual],
  },
  {
    id: 'saslauthd/hash-unknown',
    kind: 'fault',
    title: 'the password’s hash is of a kind that this system cannot compute',
    cause:
      'The account was copied from a newer system or written by another program, with a hash that crypt() here does ' +
      'not know, such as yescrypt ($y$) on CentOS 7. Databases behind pam_mysql have the same trouble, when its crypt= ' +
      'is not how the passwords were stored.',
    symptoms: {
      log: [
        {
          pattern:
            /^(?:(?:pam_unix\(smtp:auth\): )?The password hash "[^"]*" is unknown to libcrypt\.|pam_mysql - non-crypt\(\)ish MD5 hash is not supported in this build\.)$/,
          specimen: 'saslauthd[782]: pam_unix(smtp:auth): The password hash "$9$abc" is unknown to libcrypt.',
          strength: 'names',
          // Linux-PAM 1.5.2 looks at the hash itself where it is root, 1.7 lets its helper do it.
          program: /^(?:saslauthd|unix_chkpwd)$/,
        },
        pamFailed,
        pamSaidNo,
        verificationFailed,
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'Set the password anew on this system; for pam_mysql, make crypt= what the table has.',
      commands: ['getent shadow alice | cut -d: -f2 | cut -c1-3', 'passwd alice'],
    },
    reproduction: {
      inject: `${asksPam}
usermod -p '$9$abcdefgh$abcdefghijklmnopqrstuv' alice`,
      provoke: [loginOfUser],
      repair: 'echo alice:correct-horse-alice | chpasswd',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: usersFail,
    references: ['https://manpages.debian.org/bookworm/libcrypt-dev/crypt.5.en.html'],
  },
];
