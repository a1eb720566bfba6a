import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/network-not-allowed',
  kind: 'client',
  title: 'a user logs in from where Dovecot does not allow it',
  cause:
    'The passdb gives allow_nets for this user, and the client’s address is in none. Behind a proxy or Docker’s gateway every client has the same, wrong, address.',
  symptoms: {
    log: [
      {
        pattern: /allow_nets check failed: /,
        specimen:
          'dovecot: auth: passwd-file(alice@example.test,198.51.100.7): allow_nets check failed: IP 198.51.100.7 not in allowed networks',
        strength: 'names',
        program: /^dovecot$/,
      },
      {
        pattern: /check failed: IP \S+ not in allowed networks/,
        specimen:
          'dovecot: auth(alice,203.0.113.9,sasl:plain)<Tq3gR7lE0cXLAHEJ>: check failed: IP 203.0.113.9 not in allowed networks',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words: 'Add the network to allow_nets of the user.',
    commands: ['doveadm auth test -x rip=198.51.100.7 alice@example.test'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.4.1/core/config/auth/allow_nets.html'],
};
