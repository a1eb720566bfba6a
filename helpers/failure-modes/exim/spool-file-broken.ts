import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/spool-file-broken',
  kind: 'fault',
  title: 'a file of a mail in Exim’s spool is broken or lost',
  cause:
    'A mail in the queue is two files, -H and -D. One is empty, cut off or missing, as after a full disk, a crash of the machine or a queue copied while it ran. The mail can’t be delivered, and stays. Once, and with the mail’s “Completed” beside it, “not found” is harmless: another process has just delivered it.',
  symptoms: {
    log: [
      {
        pattern:
          /Format error in spool file |Spool(?: data)? ?file \S+-D not found|Spool error: no recipients for |Error reading spool file /,
        specimen: '2026-11-24 23:49:37 1vNZ2k-000123-AB Format error in spool file 1vNZ2k-000123-AB-H: size=0',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail was taken.',
  },
  repair: {
    words: 'Look what is left of it, and remove both files.',
    commands: [
      'exigrep 1vNZ2k-000123-AB /var/log/exim4/mainlog   # whether it is delivered already',
      'find /var/spool/exim4/input -name "1vNZ2k-000123-AB*" -ls',
      'df -h /var/spool/exim4; df -i /var/spool/exim4',
      'exim -Mrm 1vNZ2k-000123-AB || find /var/spool/exim4/input -name "1vNZ2k-000123-AB-[HD]" -delete',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-format_of_spool_files.html'],
};
