import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'passwords/account-disabled',
  kind: 'client',
  title: 'an account is closed, or its password has run out, by what the password’s own store says',
  cause:
    'The plug-in that was asked knows the user, and says that the account is disabled or that the passphrase has expired. The password may be right: it is not asked for any more.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: \S+: SASL \S+ authentication failed: (?:account disabled|passphrase expired, has to be reset)(?:, sasl_username=.*)?$/,
        specimen:
          'postfix/smtpd[12]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: account disabled, sasl_username=alice',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed: account disabled',
  },
  repair: {
    words: 'Open the account again, or set a new password, where the users are kept.',
    commands: ['passwd -S alice; chage -l alice', 'saslpasswd2 -c -u example.test alice'],
  },
  unreproduced: 'None of the back ends in our images says so.',
  versions: {},
  noticedBy: [],
  references: ['https://www.cyrusimap.org/sasl/sasl/options.html'],
};
