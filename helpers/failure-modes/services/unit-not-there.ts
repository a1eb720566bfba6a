import type { FailureMode } from '../../model/failure-mode';

// Servers that are there instead of Postfix, or on other machines.
const others = '(?:dovecot|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\\S+)';
const units =
  'postfix(?:@\\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\\w+)?|postgrey|postsrsd|policyd\\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|' +
  'mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\\S+|nslcd|sssd';

export const mode: FailureMode = {
  id: 'services/unit-not-there',
  kind: 'fault',
  title: 'the unit of a mail service is masked or not installed',
  cause:
    'A masked unit is a link to /dev/null: an installer, a panel or another mail server’s package has switched it off for good. “Not found” means that the package is missing or calls its unit otherwise, such as postfix@-, clamd@scan or spamd. Of another mail server than the one that is used, it is as it should be.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `(?:${units})\\.service is masked|Unit (?:${units})\\.service not found|Unit (?!${others})(?:${units})\\.service could not be found`,
        ),
        specimen: 'Failed to start postfix.service: Unit postfix.service is masked.',
        strength: 'names',
      },
      {
        // “not found” says who starts it; this, who only looks, and may be glad that it is not there.
        pattern: new RegExp(`Unit ${others}\\.service could not be found`),
        specimen: 'Unit sendmail.service could not be found.',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Unmask it, or find out what the unit is called.',
    commands: [
      'systemctl list-unit-files | grep -iE "postfix|dovecot|dkim|spam|clam|amavis"',
      'systemctl unmask postfix; systemctl enable --now postfix',
    ],
  },
  unreproduced: 'Its lines are those of systemd and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.freedesktop.org/software/systemd/man/latest/systemctl.html'],
};
