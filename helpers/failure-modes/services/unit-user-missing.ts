import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/unit-user-missing',
  kind: 'fault',
  title: 'a mail unit is to run as a user or group that does not exist',
  cause:
    'User= or Group= of the unit names an account that is gone: the package was removed and put back, a backup brought the unit without the accounts, or the account is in LDAP, which is not up yet at boot.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:postfix(?:@\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\w+)?|postgrey|postsrsd|policyd\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\S+|nslcd|sssd)\.service: (?:Failed to determine (?:user|group) credentials|Failed at step (?:USER|GROUP) spawning|(?:Main|Control) process exited, code=exited, status=21[67]\/)/,
        specimen: 'systemd[812]: rspamd.service: Failed to determine user credentials: No such process',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused; or what comes of the service that is missing',
  },
  repair: {
    words: 'Make the account, as the package’s script does, or correct the unit.',
    commands: [
      'systemctl show -p User -p Group rspamd; getent passwd _rspamd',
      'yum reinstall rspamd   # Debian: apt-get install --reinstall rspamd',
      'systemctl restart rspamd',
    ],
  },
  unreproduced: 'Its lines are those of systemd and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Process%20Exit%20Codes'],
};
