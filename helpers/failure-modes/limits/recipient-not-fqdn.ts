import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'limits/recipient-not-fqdn',
  kind: 'client',
  title: 'a recipient without a full domain is refused',
  cause:
    'reject_non_fqdn_recipient wants alice@example.test: “alice” or “alice@mailhost” is refused. A program, a printer or a cron job has the name of a local user for its address.',
  symptoms: {
    log: [
      {
        pattern: /(?<!reject_warning: .*)<\S*>: Recipient address rejected: need fully-qualified address/,
        specimen:
          'postfix/smtpd[148]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 504 5.5.2 <alice>: Recipient address rejected: need fully-qualified address; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client.outside.example>',
        strength: 'names',
        program: smtpdProgram,
      },
    ],
    facts: [],
    client: '504 5.5.2 <alice>: Recipient address rejected: need fully-qualified address',
  },
  repair: {
    words: 'Write the whole address in the program’s settings.',
    commands: ['grep -nE "^(MAILTO|root:)" /etc/crontab /etc/aliases', 'postconf smtpd_recipient_restrictions'],
  },
  reproduction: {
    inject:
      "postconf -e 'smtpd_recipient_restrictions = reject_non_fqdn_recipient, permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination'",
    provoke: [{ kind: 'mail', vantage: 'inside', port: 25, to: 'alice' }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#reject_non_fqdn_recipient'],
};
