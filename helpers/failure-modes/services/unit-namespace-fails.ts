import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/unit-namespace-fails',
  kind: 'fault',
  title: 'systemd can’t set up the view of the file system that a unit asks for',
  cause:
    'PrivateTmp, ProtectSystem, ReadWritePaths and their like need mounts of their own. A path that the unit lists is not there, or the machine allows no such mounts, as in an unprivileged container (LXC, OpenVZ, an old Docker). The program is never started.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:postfix(?:@\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\w+)?|postgrey|postsrsd|policyd\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\S+|nslcd|sssd)\.service: (?:Failed at step NAMESPACE spawning|Failed to set up mount namespacing|(?:Main|Control) process exited, code=exited, status=226\/)/,
        specimen:
          'systemd[812]: rspamd.service: Failed at step NAMESPACE spawning /usr/bin/rspamd: No such file or directory',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused; or what comes of the filter that is missing',
  },
  repair: {
    words:
      'Make the path that the line names, or put a - before it in the unit. In a container, allow nesting, or switch those settings off.',
    commands: [
      'systemctl cat rspamd | grep -E "Private|Protect|Read(Write|Only)Paths|Inaccessible"',
      'systemctl edit rspamd   # [Service] PrivateTmp=no ProtectSystem=no',
      'pct set 100 --features nesting=1   # Proxmox',
    ],
  },
  unreproduced: 'Its lines are those of systemd and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Process%20Exit%20Codes'],
};
