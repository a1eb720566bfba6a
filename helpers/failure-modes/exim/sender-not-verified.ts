import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'exim/sender-not-verified',
  kind: 'client',
  title: 'Exim finds no way back to the sender',
  cause:
    '`require verify = sender` asks whether a bounce could be delivered: the sender’s domain does not exist, or is one of the server’s own without that address, as of a web application. With callout the sender’s own server was asked, and refuses the address, or the question; its reply is behind “was:”. Exim then refuses, unless the statement is a warn.',
  symptoms: {
    log: [
      {
        pattern: /(?:rejected RCPT .*: Sender verify failed|sender verify fail for )/,
        specimen:
          '2026-11-24 23:49:37 H=(client) [198.51.100.7] F=<www@host.example.test> rejected RCPT <bob@elsewhere.example>: Sender verify failed',
        strength: 'names',
      },
      // Exim has one line for each: the address, what it thinks of it, and the refusal.
      clientGets(
        /550[ -](?:Verification failed for <|Sender verify failed)/,
        'Error: Recipient command failed: 550-Verification failed for <www@host.example.test>',
      ),
      {
        pattern: /The following recipients failed: .*(?:Verification failed for <|Sender verify failed)/,
        specimen:
          'SMTP Error: The following recipients failed: bob@elsewhere.example: Verification failed for <www@host.example.test>',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 Sender verify failed',
  },
  repair: { words: 'Send as an address that exists.', commands: ['exim -bv www@host.example.test'] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
