import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/map-type-missing',
  kind: 'fault',
  title: 'Sendmail is built without the type of a map',
  cause:
    'sendmail.cf names hash or btree, and this Sendmail is built without Berkeley DB, as newer distributions have it: they have cdb or dbm in its place. So it is with ldap where that was not built in.',
  symptoms: {
    log: [
      {
        pattern:
          /map \S+: class \w+ not available|makemap: (?:Type|type) \w+ not (?:supported|available)|(?:Support|support) for (?:hash|btree|ldap|cdb) maps? not/,
        specimen:
          'sm-mta[2211]: NOQUEUE: SYSERR(root): /etc/mail/sendmail.cf: line 124: readcf: map access: class hash not available',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Set the type that is there, and make all maps anew.',
    commands: [
      'sendmail -d0.4 -bt </dev/null | grep -E "NEWDB|CDB|NDBM|LDAPMAP"',
      "grep -n DATABASE_MAP_TYPE /etc/mail/sendmail.mc   # define(`DATABASE_MAP_TYPE', `cdb')",
      'make -C /etc/mail; newaliases; systemctl restart sendmail',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
