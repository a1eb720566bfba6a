import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/login-folder-closed',
  kind: 'fault',
  title: 'Dovecot’s login processes may not use the socket by which they ask for logins',
  cause:
    'Login processes run as dovenull, closed into /run/dovecot/login, and ask the process auth by a socket in it. Owner, group or mode of that folder or of the socket are not as Dovecot made them (another image’s numbers in a volume, a chmod, a package update while Dovecot ran), or SELinux or AppArmor forbids it. Nobody can log in by IMAP, POP3 or Dovecot’s submission service.',
  symptoms: {
    log: [
      {
        pattern:
          /^[\w-]+-login: Error: (?:auth(?:-client)?: )?(?:conn unix:\S+: )?connect\(\S+\) in directory \S+ failed: Permission denied/,
        specimen:
          'dovecot: imap-login: Error: auth-client: conn unix:login: connect(login) in directory / failed: Permission denied',
        strength: 'names',
        program: /^dovecot$/,
      },
      {
        pattern: /auth-client: conn unix:login: Connecting to login failed: Permission denied/,
        specimen:
          'dovecot: imap-login: Error: auth-client: conn unix:login: Connecting to login failed: Permission denied',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Temporary authentication failure, or the connection closes.',
  },
  repair: {
    words: 'Let Dovecot make the folder anew.',
    commands: [
      'ls -ld /run/dovecot /run/dovecot/login; ls -l /run/dovecot/login',
      'journalctl -k | grep -iE "apparmor=.?DENIED|avc: *denied" | tail',
      'systemctl stop dovecot && rm -rf /run/dovecot/login && systemctl start dovecot',
    ],
  },
  unreproduced: 'The Dovecot of our images serves smtpd alone, and has no login processes.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/Mailu/Mailu/issues/3139',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1069',
  ],
};
