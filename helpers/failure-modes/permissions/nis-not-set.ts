import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/nis-not-set',
  kind: 'noise',

  title: 'alias_maps asks NIS, which this machine does not use',
  cause:
    'The default of alias_maps has nis:mail.aliases on systems whose C library knows NIS. Without a NIS domain the table is passed over.',
  symptoms: {
    log: [
      {
        pattern: /^warning: dict_nis_init: NIS domain name not set - NIS lookups disabled$/,
        specimen: 'postfix/smtpd[9]: warning: dict_nis_init: NIS domain name not set - NIS lookups disabled',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing',
  },
  repair: {
    words: 'Name the table of files alone.',
    commands: ['postconf -e alias_maps=hash:/etc/aliases', 'systemctl reload postfix'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#alias_maps'],
};
