import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/auth-malformed',
  kind: 'client',

  title: 'a client breaks its login at Haraka off, or says it wrongly',
  cause:
    'The answer is no base64, has not the parts that the mechanism wants, has an empty user name or password, or is `*`.',
  symptoms: {
    log: [
      {
        pattern: /\[core\] disconnect .* lr="504 Invalid AUTH string"/,
        specimen:
          '[NOTICE] [0B221CDD-E98F-4E80-9DAD-BF23DE574FFA] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=Y pipe=N errors=0 txns=0 rcpts=0/0/0 msgs=0/0/0 bytes=0 lr="504 Invalid AUTH string" time=0.079',
        strength: 'names',
      },
    ],
    facts: [],
    client: '504 Invalid AUTH string',
  },
  repair: { words: 'Nothing, unless a client of one’s own always does so: then another mechanism.', commands: [] },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 4'],
};
