import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/another-configuration',
  kind: 'noise',
  title: 'doveadm or doveconf reads another configuration than the one that Dovecot was started with',
  cause:
    'A second instance was started with -c, or one is in a chroot or container: what is shown or changed here is not what the running server does.',
  symptoms: {
    log: [
      {
        pattern: /Dovecot was last started using \S+, but this config is/,
        specimen:
          'doveconf: Warning: Dovecot was last started using /srv/dovecot/dovecot.conf, but this config is /etc/dovecot/dovecot.conf',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Name the configuration of the running server with -c, or -i for an instance.',
    commands: ['doveadm instance list', 'doveconf -c /srv/dovecot/dovecot.conf -n'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/config_file/config_file_syntax/'],
};
