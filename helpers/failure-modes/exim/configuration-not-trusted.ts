import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/configuration-not-trusted',
  kind: 'fault',
  title: 'Exim does not trust its configuration file',
  cause:
    'The file belongs to neither root nor Exim’s user, or its group or others may write it; so it is with one that is mounted into a container. Exim does not start.',
  symptoms: {
    log: [
      {
        pattern: /Exim configuration file \S+ has the wrong owner, group, or mode/,
        specimen:
          '2026-11-24 23:49:37 Exim configuration file /etc/exim4/exim4.conf has the wrong owner, group, or mode',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Give it to root, and let nobody else write it.',
    commands: ['chown root:root /etc/exim4/exim4.conf; chmod 644 /etc/exim4/exim4.conf'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_exim_runtime_configuration_file.html'],
};
