import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/own-name-not-found',
  kind: 'fault',
  title: 'OpenSMTPD does not start, as the name of its machine can’t be looked up',
  cause:
    'The host name of the machine, jail or container has no address, neither in DNS nor in /etc/hosts, and no mailname file gives another.',
  symptoms: {
    log: [
      {
        pattern: /\binvalid hostname: getaddrinfo\(\) failed/,
        specimen: 'smtpd[53]: invalid hostname: getaddrinfo() failed: hostname nor servname provided, or not known',
        strength: 'names',
      },
      {
        pattern: /fatal: machine does not have a hostname set/,
        specimen: 'smtpd[53]: fatal: machine does not have a hostname set',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused',
  },
  repair: {
    words: 'Write the name with its address into /etc/hosts, or the name to use into the mailname file.',
    commands: [
      'getent hosts "$(hostname)"',
      'echo "192.0.2.10 mail.example.test mail" >>/etc/hosts',
      'echo mail.example.test >/etc/mail/mailname   # Debian: /etc/mailname',
      'smtpd -n',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'https://github.com/OpenSMTPD/OpenSMTPD/issues/617'],
};
