import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/spamd-user-missing',
  kind: 'fault',
  title: 'spamd is to work as a user who does not exist, may not be used, or has no home that it can write to',
  cause:
    'With -u the user of spamd must exist and not be root. Without, it becomes the user that spamc names, which virtual users of mail are not; it then has no folder for preferences, and tries to make /nonexistent. Where the home is there, it belongs to another, is full or is forbidden by SELinux.',
  symptoms: {
    log: [
      {
        pattern:
          /spamd: cannot run as nonexistent user|handle_user (?:\((?!sql\)|ldap\))\w+\) )?unable to find user|mkdir \/nonexistent\S*: Permission denied at \S*SpamAssassin|spamd: (?:\S+ not in (?:passwd|group) database|failed to create readable default_prefs)/,
        specimen: "spamd[9]: spamd: handle_user unable to find user: 'alice'",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: mail is judged without the user’s settings.',
  },
  repair: {
    words: 'Run it as one user of its own, and without folders of users for virtual ones.',
    commands: [
      'getent passwd debian-spamd; ls -ldZ /var/lib/spamassassin',
      'grep OPTIONS /etc/default/spamd   # -u debian-spamd -x --virtual-config-dir=/var/lib/spamassassin/%u',
    ],
  },
  unreproduced: 'The reference image has no SpamAssassin.',
  versions: {},
  noticedBy: [],
  references: ['https://spamassassin.apache.org/full/4.0.x/doc/spamd.html'],
};
