import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/table-process-ends',
  kind: 'fault',
  title: 'the program behind a table of OpenSMTPD fails, and the server ends',
  cause:
    'Tables of MySQL, PostgreSQL, LDAP, Redis, SQLite and passwd are programs of their own (opensmtpd-extras, table-*). Its configuration is closed or wrong, its database does not answer, or it is of another version than the server, whose protocol changed with 7.6. smtpd ends with it.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:table-proc: .*pipe closed|(?:table-proc|table-api): (?:exiting|.* (?:update|fetch|check|lookup) failed: |(?:check|lookup|fetch|update)[^:]* failed: |failed (?:to )?parse reply|empty response|invalid handshake|unexpected EOF during handshake|unknown service|no services registered|imsg_))/,
        specimen: 'smtpd[53]: fatal: table-proc: exiting',
        strength: 'names',
      },
      {
        pattern:
          /smtp (?:event=)?failed-command .*command="(?:MAIL|RCPT)[^"]*" result="4[25]1 (?:4\.\d\.\d )?Temporary/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="MAIL FROM:<alice@example.test>" result="421 4.3.0 Temporary Error"',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Run the program by hand with its configuration, and let both be of one version.',
    commands: [
      'grep -n ^table /etc/smtpd.conf',
      'ls -l /usr/libexec/opensmtpd /usr/lib*/opensmtpd',
      'smtpd -dvT lookup',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'https://man.openbsd.org/smtpd-tables.7'],
};
