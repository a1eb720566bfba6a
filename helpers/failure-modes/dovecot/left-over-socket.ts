import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/left-over-socket',
  kind: 'fault',
  title: 'a socket is in the way of the one that Dovecot is to make',
  cause:
    '"Socket already exists" means that something listens at it, as another Dovecot or another program with the same path, or that a plain file stands there. "unlink … Permission denied": it is left over, and its folder, as Postfix’s private, or SELinux does not let Dovecot remove it. Dovecot can not make its own, and goes without it or ends.',
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
    words:
      'End what listens at it, or give one of the two another path; then remove it, start Dovecot, and leave the making of it to Dovecot’s master.',
    commands: [
      'ls -l /var/spool/postfix/private/auth',
      'ss -xlp | grep private/auth; pgrep -a dovecot',
      'rm /var/spool/postfix/private/auth && systemctl restart dovecot',
    ],
  },
  unreproduced: 'It takes a Dovecot before 2.0.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/howto/postfix_and_dovecot_sasl/'],
};
