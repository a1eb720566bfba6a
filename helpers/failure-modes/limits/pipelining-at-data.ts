import type { FailureMode } from '../../model/failure-mode';
import { mailLines } from '../shared/client-steps';
import { from, outside, pipelined, to } from './shared/helo-checks';

export const mode: FailureMode = {
  id: 'limits/pipelining-at-data',
  kind: 'client',
  title: 'a client that does not wait for replies is refused at DATA',
  cause:
    'reject_unauth_pipelining: the client sent several commands at once without having been told by EHLO that it ' +
    'may. Scripts with nc do so, and programs that say HELO. Its credentials may be in the log, for Postfix shows ' +
    'what came too early.',
  symptoms: {
    log: [
      {
        pattern:
          /^\w+: reject: DATA from \S+: [45]\d\d (?:[45]\.\d+\.\d+ )?<DATA>: Data command rejected: Improper use of SMTP command pipelining;/,
        specimen: `postfix/smtpd[754]: 663351EE298: reject: DATA from ${outside}: 503 5.5.0 <DATA>: Data command rejected: Improper use of SMTP command pipelining; from=<x@outside.example> to=<alice@example.test> proto=SMTP helo=<client>`,
        strength: 'names',
      },
      pipelined,
      {
        pattern:
          /(?<!reject_warning: .*)<\S*>: (?:Client host|Helo command|Sender address|Recipient address|End-of-data) rejected: Improper use of SMTP command pipelining/,
        specimen:
          'postfix/smtpd[148]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 503 5.5.0 <alice@example.test>: Recipient address rejected: Improper use of SMTP command pipelining; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client.outside.example>',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '503 5.5.0 <DATA>: Data command rejected: Improper use of SMTP command pipelining',
  },
  repair: { words: 'Let the client wait for each reply.', commands: [] },
  reproduction: {
    inject: `postconf -e smtpd_data_restrictions=reject_unauth_pipelining smtpd_forbid_unauth_pipelining=no`,
    provoke: [
      {
        kind: 'lines',
        port: 25,
        ehlo: false,
        lines: [['HELO client', ...mailLines(from, to).slice(0, 3)].join('\r\n'), 'QUIT'],
      },
    ],
    repair: 'postconf -e smtpd_data_restrictions=',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#reject_unauth_pipelining',
    'https://www.rfc-editor.org/rfc/rfc2920',
    'https://github.com/33hops/xsibackup/issues/12',
  ],
};
