import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/passwords-unavailable',
  kind: 'fault',

  title: 'OpenSMTPD can not look up passwords',
  cause: 'The table of `auth` gives an error: its file or database is gone, or what it has for this user is no entry.',
  symptoms: {
    log: [
      {
        pattern:
          /^smtp-in: Authentication temporarily failed for user |^warn: user credentials lookup fail for |^warn: could not find table \S+ needed for authentication|^[0-9a-f]{16} smtp (?:event=)?authentication user=\S* (?:\w+=\S* )*result=tempfail/,
        specimen: 'smtpd[53]: 4842dd16b39d5923 smtp authentication user=alice result=tempfail',
        strength: 'names',
      },
    ],
    facts: [],
    client: '421 Temporary Error, or 454 4.7.0',
  },
  repair: {
    words: 'Look at the table, and read its own errors with smtpd in the foreground.',
    commands: ['smtpctl show status', 'smtpctl update table passwd', 'smtpd -dvT lookup'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://man.openbsd.org/smtpd.conf.5',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/530',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/1048',
  ],
};
