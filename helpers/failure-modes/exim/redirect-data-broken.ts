import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/redirect-data-broken',
  kind: 'fault',
  title: 'an alias, a .forward or a filter has an error, and Exim can’t follow it',
  cause:
    'A redirect router has found something that is no address, no path and no command: a slip of the pen in /etc/aliases or .forward, what a look-up for the router has yielded, a filter command that Exim does not know, or a file of procmail or Sieve where an Exim filter is expected. Mail for that address waits.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:(?:rror|"|^) in (?:redirect data|filter file|forward file|system filter)|^in system filter|syntax error in redirection data|router: skipped error|Sieve error): |near line \d+ of filter file/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=userforward defer (-17): error in redirect data: missing or malformed local part in "alice at elsewhere.example"',
        strength: 'names',
      },
      {
        pattern:
          /included file "?\S+ (?:is not|is too|in the)|failed to stat included file|R=\S+ .*is not an absolute path|R=\S+ defer \(-?\d+\): \/\S+ is (?:too big \(max|not a regular file)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=userforward defer (-1): /home/alice/.forward is not a regular file',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Correct the file; Exim tells whether it can read it.',
    commands: [
      'exim -bt alice@example.test',
      'exim -bf /home/alice/.forward </dev/null   # a filter',
      'exim -bF /etc/exim4/system.filter </dev/null   # the system filter',
      'exim -qff',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_redirect_router.html',
    'https://www.exim.org/exim-html-current/doc/html/spec_html/filter_ch-forwarding_and_filtering_in_exim.html',
  ],
};
