import type { FailureMode } from '../../model/failure-mode';
import { mailLines } from '../shared/client-steps';
import { from, outside, to } from './shared/helo-checks';

export const mode: FailureMode = {
  id: 'limits/bare-line-feed',
  kind: 'client',
  title: 'a program ends its lines with a bare line feed, and Postfix refuses the mail',
  cause:
    'SMTP ends every line with CR and LF. A program that sends LF alone could smuggle a second mail past a server ' +
    'that takes it, so smtpd_forbid_bare_newline refuses it (`reject`; `yes` in the first releases that had it). ' +
    'With `normalize`, the default since 3.9, such a mail is taken, unless its end is a bare line feed too.',
  symptoms: {
    log: [
      {
        pattern: /^\w+: reject: \S+ from \S+: (?:\d{3} \S+ .*)?bare <LF> received/,
        specimen: `postfix/smtpd[1106]: 8DD321EE29B: reject: END-OF-MESSAGE from ${outside}: bare <LF> received; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>`,
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 5.5.2 mail.example.test Error: bare <LF> received; in the first releases 521 5.5.2',
  },
  repair: {
    words: 'Let the program send CR LF; meanwhile, normalize its mail, or except its network.',
    commands: ['postconf -e smtpd_forbid_bare_newline=normalize', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_forbid_bare_newline=reject',
    provoke: [
      {
        kind: 'lines',
        port: 25,
        lines: [...mailLines(from, to).slice(0, 3), 'Subject: test\n\ntest\r\n.', 'QUIT'],
      },
    ],
    repair: 'postconf -e smtpd_forbid_bare_newline=normalize',
    toldBy: 'log',
  },
  versions: { from: '3.5.23' },
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_forbid_bare_newline',
    'https://www.postfix.org/smtp-smuggling.html',
    'https://github.com/vert-x3/vertx-mail-client/pull/220',
  ],
};
