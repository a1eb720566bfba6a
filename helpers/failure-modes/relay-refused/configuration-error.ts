import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'relay-refused/configuration-error',
  kind: 'fault',
  follows: true,
  title: 'smtpd puts everybody off, as it can’t make sense of a restriction or a table',
  cause:
    'It says 451 4.3.5 to the client and, in a line with `warning`, `error` or `fatal` just before, what it is that it ' +
    'can’t use: a restriction that it does not know, an argument that is missing, a table that can’t be opened, a ' +
    'policy service that does not answer. The client’s name or address in the reply is not the reason.',
  symptoms: {
    log: [
      {
        pattern:
          /^\w+: reject: [A-Z-]+ from \S+: [45]\d\d (?:[45]\.\d+\.\d+ )?<.*>: [\w ]+ rejected: Server configuration error/,
        specimen:
          'postfix/smtpd[861]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 451 4.3.5 <alice@example.test>: Recipient address rejected: Server configuration error; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>',
        strength: 'suggests',
        program: smtpdProgram,
      },
      {
        // Of the client, the sender or the recipient it says nothing where the restriction itself is wrong.
        pattern: /^\w+: reject: [A-Z-]+ from \S+: [45]\d\d (?:[45]\.\d+\.\d+ )?Server configuration error/,
        specimen:
          'postfix/smtpd[861]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 451 4.3.5 Server configuration error; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>',
        strength: 'accompanies',
        program: smtpdProgram,
        alternative: true,
        alone: true,
      },
    ],
    facts: [],
    client: '451 4.3.5 Server configuration error',
  },
  repair: {
    words: 'Find the line of the same process just before it; it names what to mend.',
    commands: [
      "grep -B5 'Server configuration' /var/log/maillog | grep -E 'warning|error|fatal'",
      'postconf -n | grep restrictions',
    ],
  },
  unreproduced: 'What brings it about is: relay-refused/table-file-missing, restriction-misspelt, table-not-built.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SMTPD_ACCESS_README.html'],
};
