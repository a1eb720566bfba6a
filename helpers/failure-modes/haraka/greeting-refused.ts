import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/greeting-refused',
  kind: 'client',
  title: 'Haraka’s plugin helo.checks refuses a client for its greeting',
  cause:
    'The client says a name without a domain, an address that is not its own, a name that does not lead to it, or one of a dial-up line. Mail programs of users say such things: they log in, and should be spared.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*(?: said: |SMTP error from remote|stat=|reply=|: reject: |rejected [A-Z]+ )).*(?:HELO (?:IP literal |host (?:must be a FQDN|name invalid|does not match|has no forward)|is dynamic)|Invalid (?:HELO host cannot|address format in HELO)|That HELO not allowed here|DNS timeout resolving your HELO|You are not who you say you are)/,
        specimen:
          '[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=N pipe=N errors=0 txns=1 rcpts=0/0/1 msgs=0/0/0 bytes=0 lr="550 5.7.1 HELO host must be a FQDN or address literal (RFC 5321 2.3.5)" time=0.054',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 HELO host must be a FQDN or address literal (RFC 5321 2.3.5)',
  },
  repair: {
    words: 'Let the client say its name; skip the check for private networks and for who has logged in.',
    commands: ['cat config/helo.checks.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/haraka/haraka-plugin-helo.checks', 'RFC 5321 section 4.1.4'],
};
