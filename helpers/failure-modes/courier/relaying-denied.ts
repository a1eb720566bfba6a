import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/relaying-denied',
  kind: 'client',

  title:
    'Courier does not relay for a client: it has not logged in, and the recipient’s domain is none of Courier’s own',
  cause:
    'The recipient’s domain is neither in esmtpacceptmailfor nor local, the client’s address has no RELAYCLIENT in smtpaccess, and it has not logged in: Courier is right to refuse.',
  symptoms: {
    log: [
      {
        pattern: /error,relay=.*: 513 Relaying denied/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,from=<x@outside.example>,to=<y@elsewhere.example>: 513 Relaying denied.',
        strength: 'names',
      },
    ],
    facts: [],
    client: '513 Relaying denied.',
  },
  repair: {
    words: 'Make the client log in at 587; a machine that can’t gets RELAYCLIENT for its address.',
    commands: ["printf '192.0.2.10\\tallow,RELAYCLIENT\\n' >>/etc/courier/smtpaccess/default", 'makesmtpaccess'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/install.html'],
};
