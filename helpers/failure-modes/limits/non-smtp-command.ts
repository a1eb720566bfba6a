import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'limits/non-smtp-command',
  kind: 'noise',

  title: 'a client speaks HTTP or something else to an SMTP port',
  cause:
    'Scanners, and browsers led there by a page, say GET or send a header line where SMTP is spoken. Postfix hangs up. Bytes that are no letters may be a client that speaks TLS at once; header lines also come from a program that goes on with its message after a refusal, of which the line before tells.',
  symptoms: {
    log: [
      {
        pattern: /^warning: non-SMTP command from \S+: /,
        specimen: 'postfix/smtpd[9]: warning: non-SMTP command from unknown[198.51.100.7]: GET / HTTP/1.1',
        strength: 'names',
      },
    ],
    facts: [],
    client: '221 2.7.0 Error: I can break rules, too. Goodbye.',
  },
  repair: { words: 'Nothing, unless it is a program of one’s own.', commands: [] },
  reproduction: {
    inject: '',
    provoke: [{ kind: 'lines', port: 25, ehlo: false, lines: ['GET / HTTP/1.1'] }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_forbidden_commands'],
};
