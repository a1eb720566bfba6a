import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dns/recipient-domain-takes-no-mail',
  kind: 'client',
  title: 'the domain of a recipient takes no mail: it has a null MX record, or neither MX nor address',
  cause:
    'An MX record with a lone dot (null MX) says that a domain has no mail at all: example.com does, and domains that are only used for web sites. “Host found but no data record”: the name exists and has neither MX nor address, or no address of the protocols in inet_protocols. Most often the address is a sample that a program or an image was left with.',
  symptoms: {
    log: [
      {
        pattern: /status=bounced \(Domain \S+ does not accept mail \(nullMX\)\)/,
        specimen:
          'postfix/smtp[2743]: 24A262A9: to=<bob@example.com>, relay=none, delay=0.02, delays=0.01/0/0/0, dsn=5.1.0, status=bounced (Domain example.com does not accept mail (nullMX))',
        strength: 'names',
      },
      {
        pattern:
          /(?:^|[ :])(?:550|556)[ -]5\.1\.10 .*(?:nullMX|null MX)|Recipient address rejected: Domain \S+ does not accept mail \(nullMX\)/,
        specimen:
          'postfix/smtpd[2743]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 556 5.1.10 <bob@example.com>: Recipient address rejected: Domain example.com does not accept mail (nullMX); from=<alice@example.test> to=<bob@example.com> proto=ESMTP helo=<client.outside.example>',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /to=<[^@>]*@([^>]+)>, .*status=(?:bounced|deferred) \(Host or domain name not found\. Name service error for name=\1 type=\w+: Host found but no data record/,
        specimen:
          'postfix/smtp[264]: 8100BA85: to=<root@www.nowhere.example>, relay=none, delay=0.49, delays=0.01/0/0.47/0, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=www.nowhere.example type=AAAA: Host found but no data record of requested type)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce: 5.1.0 Domain example.com does not accept mail (nullMX)',
  },
  repair: {
    words: 'Correct the address, and the domain in the settings of the program that made it.',
    commands: [
      'dig +short mx example.com; dig +short a example.com; dig +short aaaa example.com',
      'postconf inet_protocols',
      'grep -rn "example.com" .env docker-compose.yml',
    ],
  },
  reproduction: {
    inject: 'true',
    provoke: [{ kind: 'mail', vantage: 'inside', port: 25, to: 'x@nowhere.example' }],
    repair: 'true',
    toldBy: 'log',
    zones: [
      { suffix: 'nowhere.example', kind: 'records', records: [{ name: 'nowhere.example', type: 'MX', data: '0 .' }] },
    ],
  },
  versions: { from: '3.0' },
  noticedBy: [],
  references: ['RFC 7505', 'https://github.com/anonaddy/docker/issues'],
};
