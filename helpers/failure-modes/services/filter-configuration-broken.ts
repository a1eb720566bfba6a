import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/filter-configuration-broken',
  kind: 'fault',
  title: 'OpenDKIM or OpenDMARC can’t read its configuration and does not start',
  cause:
    'The file is read strictly: a setting that this version does not know, `SOCKET=` as the file for the start script has it, or a value that is none ends the program. Postfix then finds nobody at the milter’s address.',
  symptoms: {
    log: [
      {
        pattern: /(?:^|: )\S*open(?:dkim|dmarc)\.conf: (?:configuration error at )?line \d+: /,
        specimen: 'opendkim: /etc/opendkim.conf: configuration error at line 94: unrecognized parameter',
        strength: 'names',
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
