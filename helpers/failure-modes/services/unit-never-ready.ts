import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/unit-never-ready',
  kind: 'fault',
  follows: true,
  title: 'systemd waits in vain for a service to say that it has started, or to end, and stops it',
  cause:
    'With Type=forking and a PIDFile the program writes that file elsewhere, may not write it, or stays in the foreground; the folder below /run is gone after each boot unless RuntimeDirectory or tmpfiles.d makes it. Or it is only slow: clamd loads signatures, a name server or a database does not answer, or it does not end in time when it is stopped. A file written a moment too late is harmless if the service then runs.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:postfix(?:@\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\w+)?|postgrey|postsrsd|policyd\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\S+|nslcd|sssd)\.service: (?:start operation timed out\. Terminating|New main process PID \d+ does not exist or is a zombie|Failed with result '(?:timeout|protocol)')/,
        specimen: 'systemd[1]: opendkim.service: start operation timed out. Terminating.',
        strength: 'names',
      },
      {
        pattern:
          /(?:postfix(?:@\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\w+)?|postgrey|postsrsd|policyd\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\S+|nslcd|sssd)\.service: Can't open PID file \S+ \(yet\?\) after start/,
        specimen:
          "systemd[1]: opendkim.service: Can't open PID file /run/opendkim/opendkim.pid (yet?) after start: Operation not permitted",
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern:
          /Job for (?:postfix(?:@\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\w+)?|postgrey|postsrsd|policyd\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\S+|nslcd|sssd)\.service failed because a timeout was exceeded/,
        specimen: 'Job for opendkim.service failed because a timeout was exceeded.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused some minutes after each start; or nothing',
  },
  repair: {
    words:
      'Let the program’s own setting and the unit name the same file, in a folder that is made at boot and is its user’s; or run it in the foreground with Type=simple. Give a slow one a longer TimeoutStartSec.',
    commands: [
      'systemctl cat opendkim | grep -E "Type|PIDFile|RuntimeDirectory|Timeout"; journalctl -b -u opendkim | tail -30',
      'grep -in pidfile /etc/opendkim.conf',
      'ls -ld /run/opendkim',
    ],
  },
  unreproduced: 'Its lines are those of systemd and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#PIDFile='],
};
