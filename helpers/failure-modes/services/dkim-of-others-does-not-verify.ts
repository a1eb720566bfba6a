import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/dkim-of-others-does-not-verify',
  kind: 'noise',
  title: 'OpenDKIM notes what it finds in mail that it verifies',
  cause:
    'It checks signatures of others, and says of each mail what it is: no signature, one that a mailing list has broken, a key that is no longer in DNS, a client that is none of its own. It takes such mail unless its On-… settings say otherwise. Only of your own users’ mail do “not internal” and “not authenticated” mean a fault: it is then verified and not signed.',
  symptoms: {
    log: [
      {
        pattern:
          /key retrieval failed \(s=|SSL error:\w+:rsa routines:(?!.*(?:sign:|SIGN:|digest too big|key size too small))|bad signature data|can't determine message sender; accepting|key revoked \(s=|RFC5322 header requirement error/,
        specimen:
          "opendkim[12]: 4XyZab1234: key retrieval failed (s=mail, d=example.org): 'mail._domainkey.example.org' record not found",
        strength: 'names',
        program: /^opendkim$/,
      },
      {
        // One of a private address is a client of one’s own that InternalHosts lacks.
        pattern:
          /\[(?!(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|f[cdCD][\da-fA-F]{2}:|::1\])[\d.:a-fA-F]+\] not internal$/,
        specimen: 'opendkim[12]: 4XyZab1234: mx.outside.example [198.51.100.7] not internal',
        strength: 'names',
        program: /^opendkim$/,
        alternative: true,
      },
      {
        pattern: /: not authenticated$|: no signature data$/,
        specimen: 'opendkim[12]: 4XyZab1234: not authenticated',
        strength: 'accompanies',
        program: /^opendkim$/,
        alternative: true,
      },
      {
        pattern: /(?:^|: )key not secure$/,
        specimen: 'opendkim-testkey: key not secure',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words:
      'Nothing. “key not secure” means only that the domain has no DNSSEC. If it is your own users’ mail, list their networks in InternalHosts.',
    commands: [],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6376 section 6'],
};
