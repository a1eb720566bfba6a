import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'syslog/chroot-socket-not-made',
  kind: 'fault',
  title: 'rsyslog can’t make its socket in the queue folder for chrooted services',
  cause:
    'Debian’s /etc/rsyslog.d/postfix.conf has rsyslog listen at /var/spool/postfix/dev/log. The folder dev is not there, unless the line says Permission denied, as where AppArmor forbids it: Postfix was never started, was removed with its queue, or its volume is empty. Services with y in the column chroot then log nothing.',
  symptoms: {
    log: [
      {
        pattern: /cannot create '\/\S*postfix\S*\/dev\/log'/,
        specimen: "rsyslogd: cannot create '/var/spool/postfix/dev/log': No such file or directory [v8.2302.0]",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: mail works, and a part of the log is missing.',
  },
  repair: {
    words: 'Make the folder and restart rsyslog; where Postfix is gone, remove the file.',
    commands: ['mkdir -p /var/spool/postfix/dev; systemctl restart rsyslog', 'cat /etc/rsyslog.d/postfix.conf'],
  },
  unreproduced: 'Its lines are those of the program’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/BASIC_CONFIGURATION_README.html#syslog_howto'],
};
