import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/setting-without-effect',
  kind: 'fault',
  title: 'a setting of Dovecot has no effect, as another one goes before it',
  cause:
    'What is set within protocol, local or another section goes before a global setting further down; ssl = no for all turns it off in the sections too.',
  symptoms: {
    log: [
      {
        pattern:
          /Global setting \S+ won't change the setting inside an earlier filter|SSL is disabled because global ssl=no, ignoring/,
        specimen:
          "dovecot: config: Warning: /etc/dovecot/dovecot.conf line 40: Global setting mail_plugins won't change the setting inside an earlier filter at /etc/dovecot/conf.d/20-lmtp.conf line 3 (if this is intentional, avoid this warning by moving the global setting before /etc/dovecot/conf.d/20-lmtp.conf line 3)",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Move the global setting above, or change the one in the section.',
    commands: ['doveconf -n'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/config_file/config_file_syntax/'],
};
