import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'syslog/daemon-notes-at-start',
  kind: 'noise',
  title: 'rsyslog notes at its start what it does without',
  cause:
    'In a container it may not read the kernel’s log; files that it is to watch come later; and Debian’s and old rules use the sign ~. Nothing of the mail log is lost.',
  symptoms: {
    log: [
      {
        pattern: /imklog: cannot open kernel log|warning: ~ action is deprecated|imfile: on startup file/,
        specimen: 'rsyslogd: imklog: cannot open kernel log (/proc/kmsg): Operation not permitted.',
        strength: 'names',
        program: /^rsyslogd/,
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Nothing; in a container take out module(load="imklog").',
    commands: [],
  },
  unreproduced: 'Its lines are those of the program’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.rsyslog.com/doc/configuration/modules/imklog.html'],
};
