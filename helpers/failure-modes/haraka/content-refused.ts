import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/content-refused',
  kind: 'client',
  title: 'Haraka’s plugins refuse a mail for what is in it',
  cause:
    'An attachment of a forbidden kind, a virus, a header that is missing or there twice, a bounce for nobody, or a password in the text. The plugin is named in the line.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*(?:milter|rejected after DATA| said: |SMTP error from remote|stat=|reply=)).*(?:Message is infected with|Message contains (?:disallowed|unacceptable|encrypted|nested|an archive)|Required header '\S+' missing|Only one \S+ header allowed|The Date header (?:is|could not)|Mail matches a known spam signature|Credential leak detected|Bounces not accepted here|Invalid bounce \(spoofed|too many MIME parts|Phishing message appears)/,
        specimen: `[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=N pipe=N errors=0 txns=1 rcpts=0/0/1 msgs=0/0/0 bytes=0 lr="550 Required header 'Date' missing" time=0.054`,
        strength: 'names',
      },
    ],
    facts: [],
    client: "550 Required header 'Date' missing",
  },
  repair: {
    words: 'Mend the mail; or loosen the plugin for those who have logged in.',
    commands: ['cat config/headers.ini config/attachment.ini config/bounce.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/haraka/haraka-plugin-headers'],
};
