import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/mail-loop',
  kind: 'fault',
  title: 'a mail has so many Received lines that Exim takes it for a loop',
  cause:
    'An alias, a forward or a router hands the mail to a server that hands it back. Exim counts its lines, 30 unless received_headers_max says otherwise; a mail that passes a long row of gateways can have as many without a loop.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:rejected from <|\*\* (?!.*SMTP error from remote)).*[Tt]oo many "Received" headers - suspected mail loop/,
        specimen:
          '2026-11-24 23:49:37 rejected from <x@outside.example> H=client.outside.example [198.51.100.7]: too many "Received" headers - suspected mail loop',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 Too many "Received" headers - suspected mail loop',
  },
  repair: {
    words: 'See in its Received lines between whom it goes.',
    commands: ['exim -bt alice@example.test', 'exim -Mvh 1vNZ2k-000123-AB'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 6.3'],
};
