import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/pam-asks-twice',
  kind: 'fault',
  title: 'a module of PAM asks for more than one password, and Dovecot gives one',
  cause:
    'Dovecot answers one question of PAM. A second module in the chain that asks anew (a one-time code, a guard against guessing of a control panel) ends the login.',
  symptoms: {
    log: [
      {
        pattern: /pam\([^)]*\): Multiple password values not supported/,
        specimen:
          'dovecot: auth-worker(31382): Error: pam(alice@example.test,192.0.2.9): Multiple password values not supported',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words: 'Take the module out of /etc/pam.d/dovecot, or let it use the first password (use_first_pass).',
    commands: ['cat /etc/pam.d/dovecot', 'doveadm auth test alice@example.test'],
  },
  unreproduced: 'It takes such a module.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/pam/'],
};
