import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/too-many-open-files',
  kind: 'fault',

  title: 'the mail server gets no more file descriptors',
  cause:
    'A limit of the system (`in system`), the container, the unit or the user is reached: smtpd, proxymap, qmgr or another process can open no more files or connections, and ends. It has too little for what it is to do, or it, or another program on the machine, never closes what it opens.',
  symptoms: {
    log: [
      {
        pattern: /^(?:fatal|warning|error): .*: Too many open files(?: in system)?$/,
        specimen: 'postfix/smtpd[9]: fatal: accept connection: Too many open files',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connections that close at once or stay silent',
  },
  repair: {
    words: 'Raise the limit, or let Postfix start fewer processes.',
    commands: [
      'cat /proc/"$(cat /var/spool/postfix/pid/master.pid)"/limits | grep files; cat /proc/sys/fs/file-nr',
      'systemctl edit postfix   # [Service] LimitNOFILE=65536',
      'systemctl restart postfix',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/TUNING_README.html#file_limit'],
};
