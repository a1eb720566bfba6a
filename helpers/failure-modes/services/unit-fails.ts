import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/unit-fails',
  kind: 'fault',
  follows: true,
  title: 'a service of the mail system does not start, or ends with an error',
  cause:
    'systemd tells only that the program ended, and with which status; why, the program itself has said in the lines before, or in a log of its own. Most often it is a mistake in its configuration, a port that another holds, or a folder that is not its user’s; a signal is a crash, or that somebody or the kernel killed it. “Dependency” means that it was never started: another unit that it waits for, such as a mount, the network or a database, has failed, and its lines say why. A command before or after the start (ExecStartPre, ExecStartPost) may fail without harm to a unit that is active. After some tries in a row systemd gives up until somebody starts it by hand.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:postfix(?:@\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\w+)?|postgrey|postsrsd|policyd\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\S+|nslcd|sssd)\.service: (?:(?:Main|Control) process exited, code=(?:exited, status=1?\d?\d\/|(?:killed|dumped), status=(?:4|6|7|11)\/)|Failed with result '(?:exit-code|core-dump|signal|start-limit-hit|resources)'|Start request repeated too quickly|Job \S+ failed with result 'dependency')/,
        specimen: "systemd[1]: postfix.service: Failed with result 'exit-code'.",
        strength: 'names',
      },
      {
        pattern:
          /(?:Failed to start|Dependency failed for) (?!.*(?:Rules (?:Update|Maintenance)|[Ee]xporter))(?:\S+\.service - )?(?=.*(?:Postfix|Mail Transport|OpenDKIM|DomainKeys|DMARC|Dovecot|[Aa]mavis|Clam AntiVirus|rspamd|[Gg]reylist|[Ss]pam|\bSRS\b|Mailman|SYMPA))(?:\w+: )?[A-Z]/,
        specimen: 'systemd[1]: Failed to start postfix.service - Postfix Mail Transport Agent.',
        strength: 'names',
        alternative: true,
        program: /^systemd$/,
      },
      {
        pattern:
          /Job for (?:postfix(?:@\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\w+)?|postgrey|postsrsd|policyd\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\S+|nslcd|sssd)\.service failed because the control process exited/,
        specimen: 'Job for postfix.service failed because the control process exited with error code.',
        strength: 'names',
        alternative: true,
      },
      {
        // What systemctl status shows.
        pattern:
          /ExecStart=\/\S*(?:postfix|dovecot|saslauthd|exim|sendmail|smtpd|opendkim|opendmarc|amavis\S*|rspamd|postsrsd|master)\b.*\(code=(?:exited, status=[1-9]|killed|dumped)/,
        specimen: 'Process: 8161 ExecStart=/usr/sbin/dovecot -F (code=exited, status=89)',
        strength: 'names',
        alternative: true,
      },
      {
        // With a minus before the command, which is not shown, the unit starts all the same.
        pattern:
          /ExecStart(?:Pre|Post)=\/\S*(?:postfix|dovecot|saslauthd|exim|sendmail|smtpd|opendkim|opendmarc|amavis\S*|rspamd|postsrsd|master)\b.*\(code=(?:exited, status=[1-9]|killed|dumped)/,
        specimen: 'Process: 1141 ExecStartPre=/usr/libexec/postfix/aliasesdb (code=exited, status=75)',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused; or what comes of the filter or back end that is missing.',
  },
  repair: {
    words: 'Read what the program said before it ended, mend that, and start it.',
    commands: [
      'journalctl -b -u postfix -u postfix@- --no-pager | tail -30',
      'postfix check',
      'systemctl list-dependencies postfix; systemctl --failed',
      'systemctl reset-failed postfix; systemctl start postfix',
    ],
  },
  unreproduced: 'Its lines are those of systemd and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html'],
};
