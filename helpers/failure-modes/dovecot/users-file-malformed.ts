import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/users-file-malformed',
  kind: 'fault',
  title: 'a line of Dovecot’s file of users can’t be used',
  cause:
    'A line has the form of /etc/passwd: user:password:uid:gid::home. A name that stands there twice, a user id that is none on this system, a missing uid where no default is set, or a password with a scheme that does not fit it: Dovecot leaves the line out, and the user can’t log in.',
  symptoms: {
    log: [
      {
        pattern:
          /passwd-file \S+: User \S+ (?:exists more than once|is missing userdb info|has invalid (?:UID|GID|password))/,
        specimen: 'dovecot: auth: Error: passwd-file /etc/dovecot/users: User alice exists more than once',
        strength: 'names',
      },
      {
        pattern: /Multiple userdb values|passwd-file.*Multiple password values/,
        specimen: 'dovecot: auth: Error: userdb(alice): Multiple userdb values',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /User \S+ (?:has invalid [UG]ID '|exists more than once)/,
        specimen: "dovecot: auth: Error: passwd-file /etc/dovecot/users: User alice has invalid UID 'vmail2'",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words: 'Mend the line; set uid and gid for all in the userdb.',
    commands: ['cut -d: -f1 /etc/dovecot/users | sort | uniq -d', 'doveadm user alice', 'doveadm auth test alice'],
  },
  unreproduced: 'The Dovecot of the reference image has its users’ lines written by the image.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/passwd_file/'],
};
