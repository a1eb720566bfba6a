import type { FailureMode } from '../model/failure-mode';
import { mailOfUser } from './client-steps';
import {
  dovecotSays,
  loginOfAlice,
  mechanisms,
  noReason,
  ofUser,
  reply,
  says,
  users,
  usersFail,
} from './dovecot-answers';
import { config } from './dovecot-signs';

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
];
