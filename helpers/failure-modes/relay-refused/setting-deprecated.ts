import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-refused/setting-deprecated',
  kind: 'noise',

  title: 'a setting will be taken away in a later Postfix',
  cause:
    'It still works. Since 3.9 Postfix says so once a process, and names what to write instead; Debian’s 3.11 says the same of hash: and btree:, whose library is no longer maintained.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:\S+: )?support for (?:parameter|restriction|type) ["']\S+["'] (?:will be removed|is deprecated)|hash\/btree support is deprecated/,
        specimen:
          'postfix/smtpd[9]: warning: support for parameter "smtpd_use_tls" will be removed; instead, specify "smtpd_tls_security_level"',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing',
  },
  repair: {
    words:
      'Change it before the next upgrade. For hash: and btree: that is lmdb: or cdb:, with every table built anew.',
    commands: ['postconf -n | grep -E "hash:|btree:"', 'postconf -m'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: { from: '3.9' },
  noticedBy: [],
  references: ['https://www.postfix.org/DEPRECATION_README.html', 'https://www.postfix.org/NON_BERKELEYDB_README.html'],
};
