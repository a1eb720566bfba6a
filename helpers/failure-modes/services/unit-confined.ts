import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/unit-confined',
  kind: 'fault',
  title:
    'a mail unit is confined more than its program bears, or systemd can’t confine it or make its folders as it asks',
  cause:
    'SystemCallFilter, or a filter of the program’s own, kills it at a call that is not listed (status 31, SIGSYS); the kernel or a container does not give the capabilities, the filter or the SELinux context asked for; or systemd can’t make the state, runtime or log folder, since another file is there or the disk is full or read-only. It is most often a hardened override, or an unprivileged container.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:postfix(?:@\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\w+)?|postgrey|postsrsd|policyd\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\S+|nslcd|sssd)\.service: (?:Main|Control) process exited, code=(?:(?:killed|dumped), status=31\/|exited, status=(?:218|228|229|233|238|240)\/)/,
        specimen: 'systemd[1]: opendkim.service: Main process exited, code=killed, status=31/SYS',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused; or what comes of the service that is missing',
  },
  repair: {
    words: 'See what the unit sets, take it off one by one, and leave the rest.',
    commands: [
      'systemctl cat opendkim',
      'systemd-analyze security opendkim',
      'journalctl -k | grep -i seccomp; df -h /run /var/lib /var/log; ls -ld /run/opendkim',
      'systemctl edit opendkim   # [Service] SystemCallFilter=',
    ],
  },
  unreproduced: 'Its lines are those of systemd and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Process%20Exit%20Codes'],
};
