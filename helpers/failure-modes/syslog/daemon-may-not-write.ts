import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'syslog/daemon-may-not-write',
  kind: 'fault',
  title: 'rsyslog can’t write a log file, such as the mail log',
  cause:
    'The line names the file. rsyslogd runs as user syslog on Ubuntu: the file or the folder belongs to root after somebody made it anew, or logrotate’s create line has another owner. A full disk, a mounted file or SELinux do the same. rsyslog suspends the action, tries again later, and drops what comes meanwhile.',
  symptoms: {
    log: [
      {
        pattern: /file '\/\S*': open error: |action '[^']*' suspended \(module 'builtin:omfile'\)/,
        specimen:
          "rsyslogd: file '/var/log/mail.log': open error: Permission denied [v8.2302.0 try https://www.rsyslog.com/e/2433 ]",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: mail works, and its log stays empty.',
  },
  repair: {
    words: 'Give the file to rsyslog’s user, and let logrotate make it so.',
    commands: [
      'ls -l /var/log/mail*; df -h /var/log',
      'chown syslog:adm /var/log/mail.log',
      'systemctl restart rsyslog; logger -p mail.info test; tail -1 /var/log/mail.log',
    ],
  },
  unreproduced: 'Its lines are those of the program’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.rsyslog.com/doc/configuration/modules/omfile.html'],
};
