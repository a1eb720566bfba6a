import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/auth-before-tls',
  kind: 'client',

  title: 'a client says AUTH to OpenSMTPD where it is not offered: before TLS, or at a listener without auth',
  cause:
    'OpenSMTPD offers AUTH inside TLS only, and only on listeners with `auth`. A client that says it all the same is refused; before TLS its password may have crossed the net in clear.',
  symptoms: {
    log: [
      {
        pattern:
          /^[0-9a-f]{16} smtp (?:event=)?failed-command command="AUTH [^"]*" result="503 5\.5\.1 Invalid command: Command not supported"/,
        specimen:
          'smtpd[53]: 4842dd18640cea5d smtp failed-command command="AUTH PLAIN (...)" result="503 5.5.1 Invalid command: Command not supported"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '503 5.5.1 Invalid command: Command not supported',
  },
  repair: {
    words: 'In the client: STARTTLS at 587, or TLS at 465. In smtpd.conf the listener needs tls and auth.',
    commands: ["grep -n '^listen' /etc/smtpd.conf"],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
