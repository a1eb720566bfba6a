import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/environment-purged',
  kind: 'noise',
  title: 'Exim says that it keeps no environment variables',
  cause:
    'Since version 4.86.2 Exim drops the environment as it starts, and says so as long as keep_environment is not set, even if to nothing.',
  symptoms: {
    log: [
      {
        pattern: /Warning: purging the environment/,
        specimen: 'exim4[53]: Warning: purging the environment.',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'Set keep_environment to nothing, and it says no more.',
    commands: ["echo 'keep_environment =' >>/etc/exim4/exim4.conf.localmacros   # or at the top of exim.conf"],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html'],
};
