import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/too-many-recipients',
  kind: 'client',
  title: 'a mail has more recipients than Exim takes',
  cause:
    'recipients_max limits the recipients of one mail. What comes on top is put off with 452, and a server sends it in another mail; a mail program shows an error. With recipients_max_reject the whole mail is refused.',
  symptoms: {
    log: [
      {
        pattern: /too many recipients: (?:message rejected|excess temporarily rejected): sender=</,
        specimen:
          '2026-11-24 23:49:37 too many recipients: excess temporarily rejected: sender=<x@outside.example> H=client.outside.example [198.51.100.7]',
        strength: 'names',
      },
    ],
    facts: [],
    client: '452 too many recipients',
  },
  repair: {
    words: 'Send to fewer at a time, or raise the limit.',
    commands: ['exim -bP recipients_max recipients_max_reject'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html'],
};
