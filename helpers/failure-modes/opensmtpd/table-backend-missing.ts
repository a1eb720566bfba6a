import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/table-backend-missing',
  kind: 'fault',
  title: 'a table of OpenSMTPD is of a kind that is not installed',
  cause:
    'Only static, file, db and passwd-like tables come with it, and not db everywhere; sqlite, mysql, postgres, ldap, redis and socketmap are programs of their own (opensmtpd-extras, opensmtpd-table-…). Without the program the configuration is refused, and after an upgrade of OpenSMTPD alone the two may not understand each other.',
  symptoms: {
    log: [
      {
        pattern:
          /table_create: backend "\S+" does not exist|could not find table backend|cannot find (?:scheduler|queue|table) backend|table \S+: (?:unknown|no such) backend|table-(?:sqlite|mysql|postgres|ldap|redis|socketmap)\S*: (?:No such file|not found)/,
        specimen: 'smtpd[53]: fatal: table_create: backend "sqlite" does not exist',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused',
  },
  repair: {
    words: 'Install the package with that table, of the same version.',
    commands: [
      'yum install opensmtpd-extras   # OpenBSD: pkg_add opensmtpd-table-sqlite; Debian: apt-get install opensmtpd-extras; Alpine: apk add opensmtpd-table-sqlite',
      'ls /usr/lib*/opensmtpd /usr/libexec/smtpd',
      'smtpd -n',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/table.5'],
};
