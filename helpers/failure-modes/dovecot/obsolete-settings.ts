import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/obsolete-settings',
  kind: 'noise',
  title: 'Dovecot warns of lines of its configuration that it still takes, such as settings with old names',
  cause:
    'The configuration is from an older version: such settings are taken for their new names. A later version will not know them any more. Of a # without a blank before it Dovecot says that it ends the value there: where it belongs to a password, the value needs quotes.',
  symptoms: {
    log: [
      {
        pattern:
          /Obsolete setting in \S+|NOTE: You can get a new clean config file with|userdb_warning_disable=yes|Replace system_user with system_groups_user|Ambiguous '#' character in line/,
        specimen:
          'dovecot: config: Warning: Obsolete setting in /etc/dovecot/dovecot.conf:12: ssl_protocols has been replaced by ssl_min_protocol',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Write the new names when there is time.',
    commands: ['doveconf -Pn >/tmp/dovecot-new.conf'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/latest/installation/upgrade/2.3-to-2.4.html'],
};
