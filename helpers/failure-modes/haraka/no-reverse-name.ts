import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/no-reverse-name',
  kind: 'client',
  title: 'Haraka’s plugin fcrdns refuses a client without a proper reverse name',
  cause:
    'The address has no PTR record, one that does not lead back to it or looks like that of a dial-up line, or the lookup fails. Servers have one, users at home seldom.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*(?: said: |SMTP error from remote|stat=|reply=)).*(?:no FCrDNS match found|rejected; (?:no rDNS|invalid TLD in rDNS)|rDNS lookup (?:error|timeout)|client \S+ \[\S+\] rejected;)/,
        specimen:
          '[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=N pipe=N errors=0 txns=1 rcpts=0/0/1 msgs=0/0/0 bytes=0 lr="550 5.7.1 client [198.51.100.7] rejected; no rDNS" time=0.054',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 client [198.51.100.7] rejected; no rDNS',
  },
  repair: {
    words:
      'The one who runs the sending server sets a PTR record; for your own users turn reject off or let them log in at another port.',
    commands: ['dig -x 198.51.100.7 +short', 'cat config/fcrdns.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/haraka/haraka-plugin-fcrdns'],
};
