import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'syslog/daemon-configuration-broken',
  kind: 'fault',
  title: 'rsyslog does not understand its configuration, or misses a module of it',
  cause:
    'A file below /etc/rsyslog.d has a mistake, or names a module whose package is not installed. rsyslog leaves out the rest of it, which may be the line that writes the mail log, or does not start.',
  symptoms: {
    log: [
      {
        pattern:
          /error during parsing file \/|CONFIG ERROR: could not interpret|run failed with error -\d+|could not load module '\S+'/,
        specimen:
          "rsyslogd: error during parsing file /etc/rsyslog.d/mail.conf, on or before line 12: syntax error on token 'mail' [v8.2302.0 try https://www.rsyslog.com/e/2207 ]",
        strength: 'names',
        program: /^rsyslogd/,
      },
    ],
    facts: [],
    client: 'Nothing: mail works unlogged.',
  },
  repair: {
    words: 'Let rsyslog test the files, and mend the line.',
    commands: ['rsyslogd -N1', 'systemctl restart rsyslog'],
  },
  unreproduced: 'Its lines are those of the program’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.rsyslog.com/doc/troubleshooting/index.html'],
};
