import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/unit-program-missing',
  kind: 'fault',
  title: 'systemd can’t execute the program of a mail unit',
  cause:
    'The file that ExecStart names is not there (the package is gone, or the unit is of another distribution), may not be executed, is on a volume mounted noexec, is forbidden by SELinux or AppArmor, or is built for another processor. A script whose first line names a missing interpreter looks the same.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:postfix(?:@\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\w+)?|postgrey|postsrsd|policyd\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\S+|nslcd|sssd)\.service: (?:Failed to locate executable|Failed at step EXEC spawning|(?:Main|Control) process exited, code=exited, status=203\/)/,
        specimen:
          'systemd[812]: postgrey.service: Failed to locate executable /usr/sbin/postgrey: No such file or directory',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused; or what comes of the service that is missing',
  },
  repair: {
    words: 'Look at the file, and correct the unit or install the package again.',
    commands: [
      'systemctl cat postgrey | grep ExecStart',
      'ls -lZ /usr/sbin/postgrey; head -1 /usr/sbin/postgrey; file -L /usr/sbin/postgrey',
      'journalctl -k | grep -iE "(avc|apparmor).*postgrey"',
      'systemctl daemon-reload; systemctl restart postgrey',
    ],
  },
  unreproduced: 'Its lines are those of systemd and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Process%20Exit%20Codes'],
};
