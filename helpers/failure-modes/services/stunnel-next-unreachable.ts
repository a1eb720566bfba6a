import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/stunnel-next-unreachable',
  kind: 'fault',
  title: 'stunnel does not reach the server that it passes connections on to',
  cause:
    'What stands at connect in stunnel.conf does not answer: nothing listens there (Connection refused), a firewall or the provider keeps the port closed (TIMEOUTconnect exceeded, No route to host), or its name is not found. Who speaks to stunnel sees the connection end at once, without a greeting.',
  symptoms: {
    log: [
      {
        pattern: /\b(?:s_connect|connect_blocking): (?:connect|s_poll_wait) \S+:\d+: /,
        specimen: 'stunnel[900]: LOG3[0]: s_connect: connect 127.0.0.1:25: Connection refused (111)',
        strength: 'names',
      },
      {
        pattern: /\bLOG3\[[\w:]+\]: Error resolving ["'][^"']+["']: /,
        specimen:
          'stunnel[900]: LOG3[0]: Error resolving "smtp.outside.example": Neither nodename nor servname known (EAI_NONAME)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /\bLOG3\[[\w:]+\]: No (?:more addresses to connect|remote host resolved)$/,
        specimen: 'stunnel[900]: LOG3[0]: No more addresses to connect',
        strength: 'accompanies',
      },
    ],
    facts: [],
    client: 'The connection ends before a greeting.',
  },
  repair: {
    words: 'Ask what connect names, from the machine of stunnel, and let connect say where the server does listen.',
    commands: ['grep -nE "^ *(accept|connect|client)" /etc/stunnel/*.conf', 'nc -vz 127.0.0.1 25', 'ss -ltnp'],
  },
  unreproduced: 'Its lines are those of stunnel; our images speak TLS themselves.',
  versions: {},
  noticedBy: [],
  references: ['https://www.stunnel.org/static/stunnel.html'],
};
