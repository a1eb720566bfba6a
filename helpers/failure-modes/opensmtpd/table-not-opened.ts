import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/table-not-opened',
  kind: 'fault',
  title: 'OpenSMTPD can not read a table',
  cause:
    'A table that the configuration names is not there, may not be read, has a line that is no entry, or a .db was not built by makemap. Or a rule names a table that does not exist. At the start it stops; when tables are updated the old contents stay.',
  symptoms: {
    log: [
      {
        pattern:
          /fatal: failed to open table|[Ff]ailed to update table|^(?:warn: )?Lookup table not found: |cannot find (?:helo|mailaddrmap|user) table|(?:smarthost|source address) table \S+ missing|failed to add "[^"]*" in table|:\d+ invalid map entry/,
        specimen: 'smtpd[53]: fatal: failed to open table aliases',
        strength: 'names',
      },
      {
        pattern: /^warn: failure during (?:helo|mailaddrmap) lookup /,
        specimen: 'smtpd[53]: warn: failure during helo lookup names:192.0.2.10',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused',
  },
  repair: {
    words: 'Make the file, readable by the server, and build its .db.',
    commands: ['smtpd -n', 'makemap aliases   # where the table is db:', 'ls -l /etc/mail'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/table.5', 'https://man.openbsd.org/smtpd.conf.5'],
};
