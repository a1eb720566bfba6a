import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/wrong-password',
  kind: 'client',
  common: true,
  title: 'Sendmail’s SASL refuses a login: most often the user name or the password is wrong',
  cause:
    'Sendmail asks Cyrus SASL, by Sendmail.conf: saslauthd, or sasldb with its realm. What stands behind SASL(-13) or SASL(-20) is SASL’s reason: a wrong password, a user that is not there, or a user under another realm. “No mechanism available” is a client that asks for one which is not installed or not allowed; “authorization failure” a user who may not act as the other that it names.',
  symptoms: {
    log: [
      {
        pattern:
          /AUTH failure \([\w-]+\): (?:authentication failure|user not found|another step is needed|no mechanism available|authorization failure) \(-\d+\)/,
        specimen:
          'sm-mta[53]: 3AOMnbXX000123: AUTH failure (PLAIN): authentication failure (-13) SASL(-13): authentication failure: Password verification failed, user=alice, relay=client.outside.example [198.51.100.7]',
        strength: 'names',
      },
      {
        pattern: /possible SMTP attack: command=AUTH, count=/,
        specimen:
          'sm-mta[53]: 3AOMnbXX000123: client.outside.example [198.51.100.7]: possible SMTP attack: command=AUTH, count=5',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.0 authentication failed',
  },
  repair: {
    words: 'Ask what SASL asks, by hand and with the realm.',
    commands: [
      'cat /etc/sasl2/Sendmail.conf   # Debian: /etc/mail/sasl/Sendmail.conf.2',
      'testsaslauthd -s smtp -u alice -p PASSWORD',
      'sasldblistusers2',
      'grep -n "AUTH_MECHANISMS\\|AUTH_OPTIONS" /etc/mail/sendmail.mc; pluginviewer -s',
    ],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/auth.html', 'https://www.cyrusimap.org/sasl/sasl/pwcheck.html'],
};
