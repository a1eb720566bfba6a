import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/log-not-writable',
  kind: 'fault',
  title: 'Dovecot can not write its log',
  cause:
    'log_path, info_log_path or the log of a user’s Sieve script names a file that the process may not write by its mode or by SELinux, or a folder that is not there, or the disk is full or read-only. If it is Dovecot’s own log, the process ends, or what it says is lost; if it is a script’s, the mail goes on.',
  symptoms: {
    log: [
      {
        pattern:
          /Can't open log file \S*dovecot|write\(\) failed to \S+ log|sieve: failed to (?:open|stat|rotate) logfile|o_stream_send\(\) failed on logfile/,
        specimen: "dovecot: master: Fatal: Can't open log file /var/log/dovecot.log: Permission denied",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'No greeting, or nothing.',
  },
  repair: {
    words: 'Give the file to the user who writes it, or let syslog have it.',
    commands: ['doveadm log find', 'ls -l /var/log/dovecot*.log; df -h /var/log'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/admin_manual/logging/'],
};
