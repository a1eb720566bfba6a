import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/mail-loop',
  kind: 'fault',
  title: 'a mail goes round until Haraka refuses it',
  cause:
    'It has more Received lines than max_received_count (100; connection.ini: headers.max_received). Most often smtp_forward leads to a server that sends mail for this domain back here.',
  symptoms: {
    log: [
      {
        pattern: /Incoming message had too many Received headers|Too many received headers - possible mail loop/,
        specimen:
          '[ERROR] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11.1] [core] Incoming message had too many Received headers',
        strength: 'names',
      },
    ],
    facts: [],
    client: '552 5.4.6 Too many received headers - possible mail loop',
  },
  repair: {
    words: 'Follow the Received lines; let one of both keep the mail.',
    commands: ['cat config/smtp_forward.ini config/host_list'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/core/CoreConfig', 'RFC 5321 section 6.3'],
};
