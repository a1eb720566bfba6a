import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/mail-goes-without-verified-tls',
  kind: 'noise',
  title: 'maddy sends on where a certificate can not be verified',
  cause:
    'Towards a mail exchanger that has no policy of its own (MTA-STS, DANE) TLS keeps mail only from who listens; whose certificate it is makes no difference. maddy says that it was not the right one, encrypts all the same, and delivers.',
  symptoms: {
    log: [
      {
        pattern: /TLS verify error, trying without authentication/,
        specimen:
          'remote: TLS verify error, trying without authentication {"domain":"elsewhere.example","msg_id":"a8cb6e57","reason":"x509: certificate is valid for *.elsewhere.example, not mx.example.net."}',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Nothing need be done.',
    commands: ['grep -n -A8 mx_auth /etc/maddy/maddy.conf   # how strict target.remote is'],
  },
  unreproduced: 'Its line is that of the program; none of our images has it.',
  versions: {},
  noticedBy: [],
  references: ['https://maddy.email/reference/targets/remote/'],
};
