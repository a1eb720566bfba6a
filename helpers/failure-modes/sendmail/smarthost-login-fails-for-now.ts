import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/smarthost-login-fails-for-now',
  kind: 'fault',
  follows: true,
  title: 'the smarthost can not check Sendmail’s login for now',
  cause:
    'It answered AUTH with a temporary failure: its own back end does not work, or it holds back after wrong ones. The mail stays in the queue.',
  symptoms: {
    log: [
      {
        pattern: /AUTH=client, relay=.*temporary failure, connection abort/,
        specimen:
          'sm-mta[2571]: AUTH=client, relay=smtp.example.test [192.0.2.25], temporary failure, connection abort',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Try the same login by hand later; if it stays so, ask who runs the smarthost.',
    commands: ['sendmail -q -v', 'openssl s_client -connect smtp.example.test:587 -starttls smtp'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README', 'RFC 4954 section 6'],
};
