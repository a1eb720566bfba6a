import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/sender-domain-unknown',
  kind: 'client',
  title: 'Haraka’s plugin mail_from.is_resolvable finds no server for the sender’s domain',
  cause: 'The domain has no MX or address record, or only private addresses, or the name server does not answer.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*(?: said: |SMTP error from remote|stat=|reply=)).*(?:No (?:valid )?MX for your FROM address|Temp\. resolver error \()/,
        specimen:
          '[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=N pipe=N errors=0 txns=1 rcpts=0/0/1 msgs=0/0/0 bytes=0 lr="550 5.1.8 No MX for your FROM address" time=0.054',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 No MX for your FROM address',
  },
  repair: {
    words: 'Send with an address whose domain exists; look at the server’s resolver.',
    commands: ['dig outside.example MX +short', 'cat config/mail_from.is_resolvable.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/haraka/haraka-plugin-mail_from.is_resolvable'],
};
