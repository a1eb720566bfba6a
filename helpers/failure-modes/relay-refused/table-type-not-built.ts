import type { FailureMode } from '../../model/failure-mode';

const program = /(?:^|\/)(?:postalias|postmap|newaliases)$/;

export const mode: FailureMode = {
  id: 'relay-refused/table-type-not-built',
  kind: 'fault',
  title: 'postmap or newaliases is to build a table of a type that is read as it is',
  cause:
    'Tables of regexp, pcre, cidr, texthash and static, and those of databases, are read as they are: there is no .db of them, and postmap and postalias refuse to make one. newaliases does it for what alias_database names; roles and scripts do it for every table with default_database_type. Postfix itself reads such a table from alias_maps all the same.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: unsupported (?:dictionary|map) type: \S+ does not support bulk-mode creation/,
        specimen:
          'postfix/postalias[90]: fatal: unsupported dictionary type: regexp does not support bulk-mode creation.',
        strength: 'names',
        program,
      },
      {
        // Before 3.0, of types that are built into every Postfix.
        pattern: /^fatal: unsupported (?:dictionary|map) type: (?:regexp|cidr|static|texthash)\b(?! does)/,
        specimen:
          'postfix/postalias[90]: fatal: unsupported dictionary type: cidr. Is the postfix-cidr package installed?',
        strength: 'names',
        program,
        alternative: true,
      },
      {
        // postmap -q says it too, where the type is not there.
        pattern: /^fatal: unsupported (?:dictionary|map) type: (?:pcre|ldap|mysql|pgsql|sqlite)\b(?! does)/,
        specimen:
          'postfix/postmap[90]: fatal: unsupported dictionary type: mysql. Is the postfix-mysql package installed?',
        strength: 'suggests',
        program,
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: what was built before goes on working, and what was to be built is not there.',
  },
  repair: {
    words:
      'Name in alias_database only tables that are built; the others belong in alias_maps alone, and postmap is not for them.',
    commands: [
      'postconf alias_database alias_maps default_database_type',
      'postconf -e alias_database=hash:/etc/aliases',
      'newaliases',
    ],
  },
  reproduction: {
    inject: `echo '/^old-(.*)$/ alice' >/etc/aliases.re
postconf -e alias_database=regexp:/etc/aliases.re`,
    provoke: [{ kind: 'run', script: 'newaliases || true' }],
    repair: 'postconf -e alias_database=hash:/etc/aliases',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postmap.1.html', 'https://www.postfix.org/postconf.5.html#alias_database'],
};
