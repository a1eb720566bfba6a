import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/mailman-can-not-send',
  kind: 'fault',
  title: 'Mailman can’t hand its mail to Postfix',
  cause:
    'mailman.cfg names smtp_host and smtp_port, localhost and 25 by default. In a container localhost is Mailman’s own; Postfix may listen elsewhere, not run, or break off. Or it wants TLS or a login, does not have the certificate that is expected, or refuses to relay for Mailman’s address, which then is not in mynetworks.',
  symptoms: {
    log: [
      {
        pattern: /Cannot connect to SMTP server \S+ on port \d+|low level smtp error: /,
        specimen: 'mailman3[9]: Cannot connect to SMTP server localhost on port 25',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: posts are taken and do not come out.',
  },
  repair: {
    words: 'Set the host of Postfix, and list Mailman’s address in mynetworks.',
    commands: [
      'grep -A 8 "\\[mta\\]" /etc/mailman3/mailman.cfg',
      'postconf mynetworks inet_interfaces',
      'mailman3 conf -s mta',
    ],
  },
  unreproduced: 'Our images have no Mailman.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.mailman3.org/projects/mailman/en/latest/src/mailman/docs/mta.html'],
};
