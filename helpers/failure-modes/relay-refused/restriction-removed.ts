import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'relay-refused/restriction-removed',
  kind: 'fault',

  title: 'a list has a restriction that this Postfix no longer has',
  cause:
    'Postfix 3.9 took away reject_maps_rbl, permit_naked_ip_address and check_relay_domains, which had been obsolete for long. smtpd says so and answers 451 to every client that gets as far as that word.',
  symptoms: {
    log: [
      {
        pattern: /^warning: support for restriction "\S+" has been removed in /,
        specimen:
          'postfix/smtpd[9]: warning: support for restriction "reject_maps_rbl" has been removed in Postfix 3.9; instead, specify "reject_rbl_client domain-name"',
        strength: 'names',
        program: smtpdProgram,
      },
    ],
    facts: [],
    client: '451 4.3.5 Server configuration error',
  },
  repair: {
    words: 'Write what the line says instead.',
    commands: [
      'postconf -n | grep -E "reject_maps_rbl|permit_naked_ip_address|check_relay_domains"',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: { from: '3.9' },
  noticedBy: [],
  references: ['https://www.postfix.org/DEPRECATION_README.html'],
};
