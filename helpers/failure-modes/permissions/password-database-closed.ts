import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/password-database-closed',
  kind: 'fault',
  title: 'Postfix can’t ask for the system’s users',
  cause:
    '/etc/passwd or /etc/group was closed to others, the chroot lacks them, or the name service behind them (LDAP, SSSD, NIS) does not answer: local and proxymap can’t tell whether a user exists, and put off all mail for local users.',
  symptoms: {
    log: [
      {
        pattern: /cannot access UNIX (?:password|group) database: /,
        specimen: 'postfix/proxymap[26447]: warning: cannot access UNIX password database: Connection refused',
        strength: 'names',
      },
      {
        // Of local, before it delivers to a user.
        pattern: /status=deferred \(user lookup error\)|^warning: error looking up passwd info for /,
        specimen: 'postfix/local[9]: warning: error looking up passwd info for alice: Connection refused',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.0 <alice@example.test>: Temporary lookup failure',
  },
  repair: {
    words: 'Let everybody read the file, and see that the name service answers.',
    commands: [
      'ls -l /etc/passwd /etc/group /etc/nsswitch.conf',
      'chmod 644 /etc/passwd /etc/group',
      'sudo -u postfix getent passwd alice',
      'systemctl status sssd nslcd',
    ],
  },
  unreproduced: 'In our images everybody may read it, and root’s programs read it all the same.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/LOCAL_RECIPIENT_README.html',
    'https://man7.org/linux/man-pages/man5/nsswitch.conf.5.html',
  ],
};
