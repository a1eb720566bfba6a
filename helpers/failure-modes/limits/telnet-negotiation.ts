import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'limits/telnet-negotiation',
  kind: 'client',
  title: 'somebody connects with a Telnet client that negotiates',
  cause:
    'PuTTY in its mode Telnet, and some others, send option bytes of Telnet’s own protocol (377 in octal, and more) before the greeting. Postfix takes them for a command that came too early.',
  symptoms: {
    log: [
      {
        pattern: /^improper command pipelining after CONNECT from \S+: \\377\\37[3-6]/,
        specimen:
          'postfix/smtpd[476]: improper command pipelining after CONNECT from client.outside.example[198.51.100.7]: \\377\\373\\037\\377\\373',
        strength: 'names',
        program: /smtpd$/,
      },
    ],
    facts: [],
    client: 'The connection closes at once.',
  },
  repair: {
    words: 'For a try by hand use `nc`, PuTTY’s mode Raw, or openssl s_client.',
    commands: ['nc mail.example.test 25', 'openssl s_client -starttls smtp -connect mail.example.test:587'],
  },
  unreproduced: 'Whether the bytes are there before the greeting goes out is chance.',
  versions: {},
  noticedBy: [],
  references: ['RFC 854', 'https://github.com/loganmarchione/docker-postfixrelay/issues/57'],
};
