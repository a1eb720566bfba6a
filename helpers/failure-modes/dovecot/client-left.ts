import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/client-left',
  kind: 'noise',
  title: 'whoever had asked Dovecot for a login went away before the answer',
  cause:
    'smtpd, or a login process, ended while its request was being worked on: its client hung up, or Postfix was ' +
    'restarted. By itself it is no fault; many of them mean that answers take too long.',
  symptoms: {
    log: [
      {
        pattern: /auth: Warning: auth client \d+ disconnected with \d+ pending requests: /,
        specimen: 'dovecot: auth: Warning: auth client 77 disconnected with 1 pending requests: EOF',
        strength: 'names',
        program: /^dovecot$/,
      },
    ],
    facts: [],
    client: 'Nothing: it is gone.',
  },
  repair: { words: 'Nothing. Where they are many, look at what the password database waits for.', commands: [] },
  unreproduced: 'It takes a password database that is slow, and a client that hangs up in between.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/admin_manual/errors/'],
};
