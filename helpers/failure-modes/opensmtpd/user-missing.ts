import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/user-missing',
  kind: 'fault',
  title: 'OpenSMTPD does not start, since a user that it is to run as does not exist',
  cause:
    'smtpd needs the users _smtpd and _smtpq (on Debian opensmtpd and opensmtpq), and a filter’s proc-exec the one that stands behind `user`. A package made by hand, a volume over /etc/passwd, or a filter that was set up on another system lacks it. musl, as on Alpine, says “No error information” of a name that is not there.',
  symptoms: {
    log: [
      {
        pattern: /(?:^|smtpd: )(?:fatal: )?(?:getpwnam(?:: |\()|unknown user _?(?:smtpd|smtpq|opensmtpd|opensmtpq)\b)/,
        specimen: 'smtpd[77]: getpwnam: No error information',
        strength: 'names',
        program: /^smtpd$/,
      },
    ],
    facts: [],
    client: 'connection refused',
  },
  repair: {
    words: 'Make the user, or name one that is there.',
    commands: ['getent passwd _smtpd _smtpq opensmtpd opensmtpq', "grep -n 'user ' /etc/smtpd.conf", 'smtpd -n'],
  },
  unreproduced: 'Its line is that of builds with musl and of filters, which our image has not.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
