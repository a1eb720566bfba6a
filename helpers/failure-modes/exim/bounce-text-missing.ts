import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/bounce-text-missing',
  kind: 'fault',
  title: 'Exim can’t read the text that it is to put into its bounces',
  cause:
    'bounce_message_file or warn_message_file names a file that is not there or closed for Exim’s user. Bounces go out with the text that is built in.',
  symptoms: {
    log: [
      {
        pattern: /Failed to open \S+ for \w+ message texts: /,
        specimen:
          '2026-11-24 23:49:37 Failed to open /etc/exim4/bounce.txt for error message texts: No such file or directory',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'Name a file that is there.',
    commands: ['exim -bP bounce_message_file warn_message_file'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-customizing_bounce_and_warning_messages.html',
  ],
};
