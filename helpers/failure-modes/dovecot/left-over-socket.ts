import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/left-over-socket',
  kind: 'fault',
  title: 'a socket of an earlier Dovecot is in the way',
  cause:
    'The socket stands in a folder that auth may not write, as Postfix’s private, or was left by another program: Dovecot can not remove it, can not make its own, and auth ends.',
  symptoms: {
    log: [
      {
        pattern: /Socket already exists: |unlink\(\S*\/private\/auth\S*\) failed: Permission denied/,
        specimen: 'dovecot: auth(default): Fatal: Socket already exists: /var/spool/postfix/private/auth',
        strength: 'names',
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure, or no AUTH',
  },
  repair: {
    words: 'Remove it and start Dovecot; leave the making of it to Dovecot’s master.',
    commands: [
      'ls -l /var/spool/postfix/private/auth',
      'rm /var/spool/postfix/private/auth && systemctl restart dovecot',
    ],
  },
  unreproduced: 'It takes a Dovecot before 2.0.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/howto/postfix_and_dovecot_sasl/'],
};
