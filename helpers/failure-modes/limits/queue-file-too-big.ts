import type { FailureMode } from '../../model/failure-mode';

const tooMuch = [...Array<string>(8).fill('x'.repeat(900)), '.'].join('\r\n');

export const mode: FailureMode = {
  id: 'limits/queue-file-too-big',
  kind: 'client',
  title: 'a mail grows over message_size_limit while it comes in',
  cause:
    'The client did not say how large its mail would be, or said too little: the limit is met in the middle. smtpd takes the rest, throws it away and refuses the mail.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: \w+: queue file size limit exceeded|^(?!.*(?: said: |Diagnostic-Code: |\(in reply to )).*552 5\.3\.4 Error: message file too big/,
        specimen: 'postfix/smtpd[9]: warning: 4Q1ABCD0: queue file size limit exceeded',
        strength: 'names',
      },
    ],
    facts: [],
    client: '552 5.3.4 Error: message file too big',
  },
  repair: {
    words: 'Send less, or raise the limit; mailbox_size_limit must not be below it.',
    commands: ['postconf -e message_size_limit=52428800', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e message_size_limit=3000',
    provoke: [
      {
        kind: 'lines',
        vantage: 'inside',
        port: 25,
        lines: ['MAIL FROM:<x@outside.example>', 'RCPT TO:<alice@example.test>', 'DATA', tooMuch],
      },
    ],
    repair: 'postconf -e message_size_limit=20480000',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#message_size_limit'],
};
