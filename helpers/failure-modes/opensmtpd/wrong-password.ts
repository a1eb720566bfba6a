import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/wrong-password',
  kind: 'client',
  common: true,
  title: 'a client gives OpenSMTPD a user name or a password that is wrong',
  cause:
    'The table behind `auth` has no such user or another password. Its passwords are hashes, as smtpctl encrypt makes them; one that is written in clear never fits.',
  symptoms: {
    log: [
      {
        // Until 5.4, 5.7 to 6.0, and since 6.1.
        pattern:
          /^smtp-in: Authentication failed for user |^(?:[0-9a-f]{16} )?smtp (?:event=)?authentication user=\S* (?:\w+=\S* )*result=permfail/,
        specimen: 'smtpd[53]: 4842dd16b39d5923 smtp authentication user=alice result=permfail',
        strength: 'names',
      },
      {
        pattern:
          /^(?:[0-9a-f]{16} smtp failed-command command=|smtp-in: Failed command on session [0-9a-f]+: )"AUTH [^"]*" (?:result="|=> )535 Authentication failed/,
        specimen:
          'smtpd[53]: 4842dd16b39d5923 smtp failed-command command="AUTH PLAIN (...)" result="535 Authentication failed"',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: '535 Authentication failed',
  },
  repair: {
    words: 'Make the hash anew, and load the table.',
    commands: [
      'smtpctl encrypt   # asks for the password, prints its hash',
      'vi /etc/smtpd-passwd',
      'smtpctl update table passwd',
    ],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://man.openbsd.org/smtpd.conf.5',
    'https://man.openbsd.org/table.5',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/843',
  ],
};
