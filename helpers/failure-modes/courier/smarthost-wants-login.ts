import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/smarthost-wants-login',
  kind: 'fault',
  title: 'Courier hands mail to its smarthost without logging in',
  cause:
    'esmtproutes names the smarthost, and esmtpauthclient has no user and password for it. “SASL authentication” tells of a login that is set there and can’t be done: the two share no mechanism, or it broke off. A 550 may as well come from the recipient’s own server: it does not have the domain, or its MX record leads to the wrong host, and nothing is missing here.',
  symptoms: {
    log: [
      {
        pattern:
          /courieresmtp: .*: 530[ -].*[Aa]uthentication (?:is )?(?:[Rr]equired|needed)|^id=\S+,from=.*: 530[ -].*[Aa]uthentication (?:is )?(?:[Rr]equired|needed)/,
        specimen:
          'courieresmtp: id=00000000,from=<alice@example.test>,addr=<x@elsewhere.example>: 530 5.7.0 Authentication required',
        strength: 'names',
      },
      {
        pattern:
          /courieresmtp: .*: 550[ -].*[Aa]uthentication (?:is )?(?:[Rr]equired|needed)|^id=\S+,from=.*: 550[ -].*[Aa]uthentication (?:is )?(?:[Rr]equired|needed)/,
        specimen:
          'courieresmtp: id=00000000,from=<alice@example.test>,addr=<bob@elsewhere.example>: 550 Authentication is required for relay',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /(?:Compatible SASL authentication not available|Temporary SASL authentication error)\.$/,
        specimen:
          'courieresmtp: id=0000000000A1B2C3.000000006749.00000012,from=<alice@example.test>,addr=<bob@example.net>: Compatible SASL authentication not available.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words: 'Write the login, and let only daemon read it.',
    commands: [
      'cat /etc/courier/esmtproutes',
      'chown daemon /etc/courier/esmtpauthclient; chmod 600 /etc/courier/esmtpauthclient',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courier.html'],
};
