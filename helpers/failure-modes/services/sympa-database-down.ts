import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/sympa-database-down',
  kind: 'fault',
  title: 'Sympa does not reach its database',
  cause:
    'db_host, db_user and db_passwd of sympa.conf do not fit the database, it does not run, or its Perl driver is missing. Mail for lists waits in Sympa’s spool.',
  symptoms: {
    log: [
      {
        pattern: /No connection to Sympa database|Could not connect to database \S+ as /,
        specimen:
          'sympa/sympa_msg[9]: err main::#182 > Sympa::DatabaseManager::instance#51 No connection to Sympa database',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: posts are taken and do not come out.',
  },
  repair: {
    words: 'Correct the settings and let Sympa test them.',
    commands: [
      'grep ^db_ /etc/sympa/sympa/sympa.conf',
      'sympa test_database_message_buffer; sympa --health_check',
      'systemctl restart sympa',
    ],
  },
  unreproduced: 'Our images have no Sympa.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sympa.community/manual/'],
};
