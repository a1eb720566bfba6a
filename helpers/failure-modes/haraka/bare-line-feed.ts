import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/bare-line-feed',
  kind: 'client',
  title: 'a client ends its lines with a line feed alone',
  cause:
    'SMTP wants CR LF. A script that writes lines by itself, or a mail file of Unix that is sent as it is, has only LF; Haraka breaks such sessions off, as they can smuggle mail in.',
  symptoms: {
    log: [
      {
        pattern: /Client sent bare line-feed|Bare line-feed; see http/,
        specimen:
          '[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11.1] [core] Client sent bare line-feed - .\\n rather than .\\r\\n',
        strength: 'names',
      },
    ],
    facts: [],
    client: '421 Bare line-feed; see https://haraka.github.io/barelf/',
  },
  repair: {
    words: 'Let the client write \\r\\n, as every library does.',
    commands: [],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/barelf', 'RFC 5321 section 2.3.8'],
};
