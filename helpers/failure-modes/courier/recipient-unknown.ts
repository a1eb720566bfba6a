import type { FailureMode } from '../../model/failure-mode';
import { addressUnavailable } from './shared/refusals';

export const mode: FailureMode = {
  id: 'courier/recipient-unknown',
  kind: 'client',
  title: 'the recipient is none of Courier’s users',
  cause:
    'The domain is one of Courier’s own, and authdaemond and the aliases know no such address. The domain is in locals where users are those of the system, in hosteddomains where they are whole addresses.',
  symptoms: {
    log: [
      {
        pattern: /error,relay=.*: 550 User unknown/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,from=<x@outside.example>,to=<nobody@example.test>: 550 User unknown.',
        strength: 'names',
      },
      addressUnavailable,
    ],
    facts: [],
    client: '550 User unknown.',
  },
  repair: {
    words: 'Ask authdaemond by hand; make the aliases anew.',
    commands: [
      'authtest nobody@example.test',
      'cat /etc/courier/locals /etc/courier/hosteddomains/*',
      'makealiases; makehosteddomains',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courier.html'],
};
