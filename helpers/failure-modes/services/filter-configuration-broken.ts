import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/filter-configuration-broken',
  kind: 'fault',
  title: 'a milter such as OpenDKIM can’t use a setting, or a file that its configuration names',
  cause:
    'The file is read strictly: a setting that this version does not know, `SOCKET=` as the file for the start script has it, a value that is none, a setting that needs another beside it, or a table, folder or user that is not there or may not be read ends the program. Postfix then finds nobody at the milter’s address. Only “can’t write pid” does not end it: that folder is missing or closed, and systemd may take the start for failed.',
  symptoms: {
    log: [
      {
        pattern: /(?:^|: )\S*open(?:dkim|dmarc)\.conf: (?:configuration error at )?line \d+: /,
        specimen: 'opendkim: /etc/opendkim.conf: configuration error at line 94: unrecognized parameter',
        strength: 'names',
      },
      {
        pattern:
          /dkimf_db_open\(\): (?:No such file|Permission denied|Is a directory)|milter socket must be specified|KeyFile and Selector must both be|requires (?:either )?(?:KeyTable|SigningTable)|no such (?:user|group) or [ug]id '|can't write pid to \/|required parameter "\w+" missing|open(?:dkim|dmarc)\.conf: open\(\): |can't configure DKIM library: |can't load (?:ignore list|domain whitelist(?: file)?) from /,
        specimen:
          'opendkim: /etc/opendkim.conf: refile:/etc/opendkim/KeyTable: dkimf_db_open(): No such file or directory',
        strength: 'names',
        program: /^open(?:dkim|dmarc|arc)$/,
        alternative: true,
      },
      {
        // milter-greylist.
        pattern: /cannot open config file \/\S*greylist|No socket provided, exiting|greylist\.conf:? line \d+: /,
        specimen: 'milter-greylist: cannot open config file /etc/mail/greylist.conf: No such file or directory',
        strength: 'names',
        program: /^milter-greylist/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'By milter_default_action: mail is put off, refused, or passes unsigned.',
  },
  repair: {
    words: 'Mend the line that is named, and start it again.',
    commands: ['sed -n 94p /etc/opendkim.conf', 'opendkim -n -x /etc/opendkim.conf', 'systemctl restart opendkim'],
  },
  unreproduced: 'The reference image has no OpenDKIM.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/trusteddomainproject/OpenDKIM',
    'https://github.com/modoboa/modoboa-installer/issues',
  ],
};
