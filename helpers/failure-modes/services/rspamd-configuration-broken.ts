import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/rspamd-configuration-broken',
  kind: 'fault',
  title: 'rspamd can’t read its configuration or a part of it, or may not start as it is told to',
  cause:
    'A file in local.d or override.d has a mistake of syntax, has a section around it that already stands in the file which includes it, is not there, or may not be read by the user _rspamd. rspamd does not start, or starts without that map or module. It also refuses to run its workers as root, and ends where its pid file’s folder is not there or not its own.',
  symptoms: {
    log: [
      {
        pattern:
          /failed to load config: |rspamd_config_parse_ucl: |ucl parser error: |cannot load config from \/|cannot run rspamd workers as root|cannot write pid file \/\S*rspamd|can't open map \//,
        specimen:
          'rspamd[9]: <5f4e2a>; cfg; rspamd_config_read: failed to load config: cannot open file /etc/rspamd/rspamd.conf: No such file or directory',
        strength: 'names',
        program: /^rspamd/,
      },
      {
        pattern: /ucl parser error: error while parsing/,
        specimen:
          '2024-11-29 10:00:00 #812(main) <5f4e2a>; cfg; rspamd_config_parse_ucl: ucl parser error: error while parsing /etc/rspamd/local.d/worker-proxy.inc: line: 3, column: 1',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.7.1 Service unavailable - try again later; or nothing',
  },
  repair: {
    words: 'Let rspamd test it, and give the files to its user.',
    commands: ['rspamadm configtest', 'rspamadm configdump worker', 'ls -lZ /etc/rspamd/local.d; ls -ld /run/rspamd'],
  },
  unreproduced: 'Our images have no rspamd.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.rspamd.com/configuration/'],
};
