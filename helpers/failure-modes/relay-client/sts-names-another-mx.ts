import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/sts-names-another-mx',
  kind: 'fault',
  title:
    'the next server is not one that its domain’s MTA-STS policy names, or a sender demands verified TLS, which is not set here',
  cause:
    'The policy lists the names of the servers, and the MX record, or a transport here, leads to another one. Somebody stands between, or the domain has moved and forgot its policy. A mail can also demand verified TLS itself (RFC 8689): then it waits where the level for this destination is no more than may or encrypt.',
  symptoms: {
    log: [
      {
        pattern:
          /MX name '[^']*' does not match STS MX pattern for |does not match MTA-STS policy|Sender requires verified TLS, +but my configured TLS/,
        specimen:
          "postfix/smtp[961]: warning: MX name 'mx.elsewhere.example' does not match STS MX pattern for 'elsewhere.example'",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits.',
  },
  repair: {
    words: 'Compare the policy with the MX record; the owner of the domain mends one of them.',
    commands: [
      'postconf smtp_tls_security_level smtp_tls_policy_maps',
      'curl -s https://mta-sts.elsewhere.example/.well-known/mta-sts.txt',
      'dig +short mx elsewhere.example',
      'postmap -q elsewhere.example socketmap:inet:127.0.0.1:8461:postfix',
    ],
  },
  unreproduced: 'The closed world of the tests has no MTA-STS.',
  versions: {},
  noticedBy: [],
  references: ['RFC 8461'],
};
