import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/port-in-use',
  kind: 'fault',
  title: 'OpenSMTPD can’t listen at its port',
  cause:
    'Another program has it, such as Postfix or Exim; the address is not the machine’s, or not yet; or smtpd was not started as root.',
  symptoms: {
    log: [
      {
        pattern:
          /smtpd: bind: (?:Address already in use|Permission denied|Cannot assign requested address|Can't assign requested address)|^(?:fatal: )?smtpd: need root privileges/,
        specimen: 'smtpd[53]: fatal: smtpd: bind: Address already in use',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused, or another server’s greeting',
  },
  repair: {
    words: 'Stop the other, or listen elsewhere.',
    commands: [
      'ss -ltnp | grep -E ":(25|465|587) "   # OpenBSD: fstat | grep :25',
      "grep -n '^listen' /etc/smtpd.conf",
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
