import type { FailureMode } from '../model/failure-mode';

/** What is said when users are made or plug-ins are loaded, and has little to do with why a login fails. */
export const passwordsAside: readonly FailureMode[] = [
  {
    id: 'passwords/saslpasswd2-complains',
    kind: 'noise',
    title: 'saslpasswd2 can not delete what a new user does not have yet',
    cause:
      'When a user is made, saslpasswd2 first deletes the passwords of older formats, and says three times that there are ' +
      'none. The user is made all the same.',
    symptoms: {
      log: [
        {
          pattern: /^error deleting entry from sasldb: BDB0073 DB_NOTFOUND: /,
          specimen:
            'saslpasswd2: error deleting entry from sasldb: BDB0073 DB_NOTFOUND: No matching key/data pair found',
          strength: 'names',
          program: /^saslpasswd2$/,
        },
      ],
      facts: [],
      client: 'Nothing.',
    },
    repair: { words: 'Nothing is to be done; sasldblistusers2 shows the user.', commands: ['sasldblistusers2'] },
    reproduction: {
      inject: '',
      provoke: [{ kind: 'run', script: 'echo correct-horse-dora | saslpasswd2 -p -c -u example.test dora' }],
      repair: '',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['https://github.com/panubo/docker-postfix/issues/48'],
  },
  {
    id: 'passwords/sql-plug-in-complains',
    kind: 'noise',
    title: 'the SQL plug-in of SASL is installed and not configured',
    cause:
      'SASL loads every plug-in that is installed, and that of SQL complains that it has no query. Nobody asks it as long as ' +
      'auxprop_plugin does not name it; the reason of a failed login is in another line.',
    symptoms: {
      log: [
        {
          pattern:
            /^(?:sql_select option missing|auxpropfunc error no mechanism available|_sasl_plugin_load failed on sasl_auxprop_plug_init for plugin: (?:sql|ldapdb))$/,
          specimen: 'postfix/smtpd[13526]: sql_select option missing',
          strength: 'names',
        },
      ],
      facts: [],
      client: 'Nothing.',
    },
    repair: {
      words: 'Leave it, or remove the plug-in.',
      commands: ['apt-get remove libsasl2-modules-sql   # CentOS: yum remove cyrus-sasl-sql'],
    },
    unreproduced: 'The package of the SQL plug-in is in none of our images.',
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/SASL_README.html#auxprop_sql'],
  },
  {
    id: 'passwords/start-script-runs-once',
    kind: 'fault',
    title: 'the start script of the container fails when it runs for the second time',
    cause:
      'It does again what it did at the first start: registers what is registered, appends lines that are there, makes users ' +
      'that exist. With `set -e` it ends there, and the mail server does not come up after a restart of the container.',
    symptoms: {
      log: [
        {
          pattern: /^error: an override for '\S+saslauthd' already exists; aborting$/,
          specimen:
            "dpkg-statoverride: error: an override for '/var/spool/postfix/var/run/saslauthd' already exists; aborting",
          strength: 'names',
          program: /^dpkg-statoverride$/,
        },
      ],
      facts: [],
      client: 'Connection refused: nothing runs.',
    },
    repair: {
      words: 'Write files whole instead of appending, ask before making, and let what exists be.',
      commands: [
        'dpkg-statoverride --list /var/spool/postfix/var/run/saslauthd || dpkg-statoverride --add root sasl 710 /var/spool/postfix/var/run/saslauthd',
      ],
    },
    unreproduced: 'It is a mistake in the start scripts of other images; ours has nothing that runs once.',
    versions: {},
    noticedBy: [],
    references: [
      'https://github.com/bokysan/docker-postfix/pull/127',
      'https://github.com/wader/postfix-relay/issues/179',
    ],
  },
];
