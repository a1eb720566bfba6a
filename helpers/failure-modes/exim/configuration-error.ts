import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/configuration-error',
  kind: 'fault',
  title: 'Exim’s configuration has an error, and Exim does not start',
  cause:
    'A misspelt option, one that this build does not have (an authenticator driver, a lookup), one of another version, or a user or an included file that is not there. ' +
    'Exim ends as it starts; one that is running goes on, and each new connection and delivery, which reads the file ' +
    'anew, fails.',
  symptoms: {
    log: [
      {
        pattern: /Exim configuration error(?: in line \d+ of \S+| for \S+ \w+)?: /,
        specimen:
          '2026-11-24 23:49:37 Exim configuration error in line 120 of /etc/exim4/exim4.conf: main option "dkim_verfy" unknown',
        strength: 'names',
      },
      {
        pattern:
          /failed to expand (?:spool_directory|log_file_path|pid_file_path|localhost_number) |log_file_path "[^"]*" (?:does not contain|contains unexpected)|spool_directory undefined: cannot proceed|Neither syslog nor file logging set|pid file path \S+ (?:must be absolute|does not contain)/,
        specimen: '2026-11-24 23:49:37 log_file_path "/var/log/exim4/log" does not contain "%s"',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused, or a connection that closes without a greeting',
  },
  repair: {
    words: 'Correct what it names; Exim tells without being started whether it can read the whole.',
    commands: ['exim -bV', 'exim -bP config | head', 'systemctl restart exim4'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_exim_runtime_configuration_file.html'],
};
