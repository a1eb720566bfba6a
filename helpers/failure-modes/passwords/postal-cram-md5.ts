import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'passwords/postal-cram-md5',
  kind: 'fault',
  title: 'Postal wants another user name for CRAM-MD5 than for PLAIN and LOGIN',
  cause:
    'For PLAIN and LOGIN Postal looks at the password alone, which is the credential’s key. For CRAM-MD5 the user name must be organisation/server, in their short names, or nothing is found; and clients that choose the strongest mechanism take CRAM-MD5, which Postal offers first.',
  symptoms: {
    log: [
      {
        pattern: /\[[A-Z0-9]{6}\] +<= AUTH CRAM-MD5/,
        specimen: '[8] [2024-11-24T13:57:44.038] DEBUG -- : [KRFHGM] <= AUTH CRAM-MD5',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: '535 Denied',
  },
  repair: {
    words: 'Let the client log in by PLAIN or LOGIN, in TLS; or give organisation/server as the user name.',
    commands: ['swaks --server postal.example.test:25 --tls --auth PLAIN --auth-user alice --to bob@elsewhere.example'],
  },
  unreproduced: 'Its lines are those of Postal’s log; none of our images is in Ruby.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/postalserver/postal/issues/2009'],
};
