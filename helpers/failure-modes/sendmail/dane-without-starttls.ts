import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/dane-without-starttls',
  kind: 'fault',
  title: 'a domain promises TLS by DANE, and its server offers no STARTTLS to Sendmail',
  cause:
    'Its TLSA records say that mail goes by TLS only. A firewall on the way that changes SMTP, or a server that is set up wrongly, hides STARTTLS; Sendmail does not deliver then.',
  symptoms: {
    log: [
      {
        pattern: /DANE configured in DNS but no STARTTLS available/,
        specimen:
          'sm-mta[2571]: u8F1B2C3002571: STARTTLS=client, relay=mail.outside.example, warning=DANE configured in DNS but no STARTTLS available',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'See from another place whether the server offers STARTTLS.',
    commands: [
      'openssl s_client -connect mail.outside.example:25 -starttls smtp </dev/null',
      'dig _25._tcp.mail.outside.example TLSA +short',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 7672'],
};
