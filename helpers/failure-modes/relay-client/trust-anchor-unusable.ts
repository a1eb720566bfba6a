import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/trust-anchor-unusable',
  kind: 'fault',
  title: 'the trust anchors or fingerprints of a TLS policy can not be used, or are not there',
  cause:
    'tafile= names a file that is not there or has no certificate in it, or match= of the level fingerprint is empty or has something that is no fingerprint: two hexadecimal digits, with colons between, of the digest that smtp_tls_fingerprint_digest names.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:error opening trust anchor file: |error reading: \S+: malformed trust-anchor|\S+: (?:error configuring local trust anchors|all (?:trust anchors|fingerprints) unusable|ignoring invalid .*fingerprint)|malformed fingerprint value: )/,
        specimen:
          'postfix/smtp[9]: warning: error opening trust anchor file: /etc/postfix/ta.pem: No such file or directory',
        strength: 'names',
      },
      {
        pattern: /configured at fingerprint security level, but with no fingerprints/,
        specimen:
          'postfix/smtp[9]: warning: nexthop domain example.com: configured at fingerprint security level, but with no fingerprints to match.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits',
  },
  repair: {
    words: 'Correct the policy.',
    commands: [
      'postmap -q example.com hash:/etc/postfix/tls_policy',
      'openssl x509 -in /etc/postfix/ta.pem -noout -subject',
      'posttls-finger -l fingerprint example.com',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/TLS_README.html#client_tls_fprint'],
};
