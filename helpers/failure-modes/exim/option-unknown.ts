import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/option-unknown',
  kind: 'client',
  title: 'a program calls Exim with an option that Exim does not take',
  cause:
    'Exim stands in for sendmail and knows most of its options, but not all, and each only in its place. A program has a setting of its own for the call, such as sendmail_path in php.ini, and a blank, a quotation mark or an address without brackets has slipped in.',
  symptoms: {
    log: [
      {
        pattern:
          /exim abandoned: unknown, malformed, or incomplete option|exim: incompatible command-line options or arguments|bad -f address "/,
        specimen: 'exim4[53]: exim abandoned: unknown, malformed, or incomplete option -fx',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing is sent.',
  },
  repair: {
    words: 'Correct the call: /usr/sbin/sendmail -t -i.',
    commands: [
      'php -i | grep sendmail_path',
      'printf "To: bob@elsewhere.example\\nSubject: test\\n\\ntest\\n" | /usr/sbin/sendmail -t -i -f alice@example.test',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_exim_command_line.html'],
};
