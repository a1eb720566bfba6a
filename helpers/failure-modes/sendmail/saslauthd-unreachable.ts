import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/saslauthd-unreachable',
  kind: 'fault',

  title: 'Sendmail can not reach saslauthd',
  cause:
    'Sendmail.conf has pwcheck_method: saslauthd, and the socket is not there, dead or closed for Sendmail: saslauthd does not run, or Sendmail’s user is not in the group sasl.',
  symptoms: {
    log: [
      {
        pattern: /SASL\(-\d+\): generic failure: cannot connect to saslauthd server: /,
        specimen:
          'sm-mta[53]: 3AOMnbXX000123: AUTH failure (PLAIN): generic failure (-1) SASL(-1): generic failure: cannot connect to saslauthd server: No such file or directory, relay=client.outside.example [198.51.100.7]',
        strength: 'names',
        program: /^(?:sendmail|sm-mta|sm-msp-queue)$/,
      },
      {
        // Also of a plug-in that fails: a keytab, a database, another daemon.
        pattern: /AUTH failure \([\w-]+\): generic failure \(-1\)(?!.*cannot connect to saslauthd)/,
        specimen:
          'sm-mta[53]: 3AOMnbXX000123: AUTH failure (PLAIN): generic failure (-1) SASL(-1): generic failure: Password verification failed, relay=client.outside.example [198.51.100.7]',
        strength: 'suggests',
        program: /^(?:sendmail|sm-mta|sm-msp-queue)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: '454 4.3.0 Temporary authentication failure, or 535 5.7.0 authentication failed',
  },
  repair: {
    words: 'Start it, and let Sendmail’s user in.',
    commands: [
      'systemctl enable --now saslauthd',
      'ls -ld /run/saslauthd /run/saslauthd/mux',
      'usermod -aG sasl smmta   # Debian',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/auth.html'],
};
