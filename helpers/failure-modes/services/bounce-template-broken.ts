import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/bounce-template-broken',
  kind: 'fault',
  title: 'bounce can’t read the templates of its own messages',
  cause:
    'bounce_template_file has a mistake: a template that is not closed by its end mark or has no text, a name that is none of failure, delay, success and verify, a header or a $name that it does not know, or text in other letters than Charset says. That template is left out for the built-in one; with a missing mark or an unknown $name, bounce may end, and mail that can’t be delivered stays.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:fatal|warning): \S+, line \d+: (?:missing (?:"[^"]*" )?end marker|malformed end marker|unknown template name: )|-- ignoring this template|in \w+ template: /,
        specimen: 'postfix/bounce[9]: fatal: /etc/postfix/bounce.cf, line 4: missing end marker after <<',
        strength: 'names',
        program: /bounce$/,
      },
    ],
    facts: [],
    client: 'Nothing, or bounces that never come.',
  },
  repair: {
    words: 'Mend the file, and let postconf show what it makes of it.',
    commands: [
      'postconf bounce_template_file',
      'postconf -b /etc/postfix/bounce.cf | head -40',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/bounce.5.html'],
};
