import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/memory-runs-out',
  kind: 'fault',
  title: 'memory runs out: the kernel ends a program, or a new one can’t start',
  cause:
    'The machine, or the limit of the container or unit, has too little memory, and the kernel kills what takes most: clamd needs about 1.5 GB, and twice that while it reloads its signatures; Amavis and SpamAssassin some 100 MB for each process. Filters then do not answer, and mail is put off.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:Out of memory|out of memory|Memory cgroup out of memory): Kill(?:ed)? process \d+,? \((?:master|smtpd?|qmgr|cleanup|lmtp|postscreen|dovecot|imap|imap-login|auth|lmtpd|clamd|freshclam|amavis\S*|rspamd\S*|spamd|spampd|opendkim|saslauthd|exim4?|sendmail|mailman\S*|python3?)\)|(?:clamd|amavisd\S*|spamd|rspamd|dovecot|smtpd|master) invoked oom-killer: |oom-kill:constraint=\S*task=(?:master|smtpd?|qmgr|cleanup|lmtp|postscreen|dovecot|imap|imap-login|auth|lmtpd|clamd|freshclam|amavis\S*|rspamd\S*|spamd|spampd|opendkim|saslauthd|exim4?|sendmail|mailman\S*|python3?),/,
        specimen:
          'kernel: Out of memory: Killed process 4711 (clamd) total-vm:1523456kB, anon-rss:1201232kB, file-rss:0kB, shmem-rss:0kB, UID:109 pgtables:2560kB oom_score_adj:0',
        strength: 'names',
      },
      {
        pattern:
          /(?:postfix(?:@\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\w+)?|postgrey|postsrsd|policyd\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\S+|nslcd|sssd)\.service: (?:A process of this unit has been killed by the OOM killer|Failed with result 'oom-kill')/,
        specimen: "systemd[1]: clamav-daemon.service: Failed with result 'oom-kill'.",
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /(?:postfix(?:@\S+)?|dovecot|opendkim|opendmarc|openarc|amavis(?:d(?:-new)?)?|rspamd|spamassassin|spamd|spampd|spamass-milter|clamav-(?:daemon|milter|freshclam)|clamd(?:@\w+)?|postgrey|postsrsd|policyd\S*|pypolicyd-spf|postfwd|sqlgrey|milter-greylist|mailman3?|sympa|nullmailer|exim4?|sendmail|opensmtpd|haraka|courier-\S+|nslcd|sssd)\.service: Main process exited, code=killed, status=9\/KILL/,
        specimen: 'systemd[1]: clamav-daemon.service: Main process exited, code=killed, status=9/KILL',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /Reason: +OOMKilled|"OOMKilled": ?true|reason: OOMKilled/,
        specimen: 'Last State: Terminated Reason: OOMKilled Exit Code: 137',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /(?:mail|postfix|smtp|clam|rspamd|dovecot)\S* exited with code 137/,
        specimen: 'mailserver exited with code 137',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /^(?:warning|fatal): \S+: fork: Cannot allocate memory/,
        specimen: 'postfix/master[9]: warning: master_spawn: fork: Cannot allocate memory -- throttling',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Mail is put off: 451 4.7.1 Service unavailable; or connections that break off.',
  },
  repair: {
    words:
      'Give the machine or container more memory or swap, or take off what needs most: ConcurrentDatabaseReload no in clamd.conf, fewer processes of the filter.',
    commands: [
      'journalctl -k | grep -iE "out of memory|oom-kill"',
      'free -m; docker stats --no-stream',
      'grep -n ConcurrentDatabaseReload /etc/clamav/clamd.conf',
    ],
  },
  unreproduced: 'It takes a machine without memory.',
  versions: {},
  noticedBy: [],
  references: [
    'https://docs.clamav.net/manual/Installing/Docker.html#memory-ram-requirements',
    'https://docs.kernel.org/admin-guide/sysctl/vm.html',
  ],
};
