import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/pipe-forbidden',
  kind: 'fault',
  title: 'Exim does not run programs or write files out of this alias or .forward',
  cause:
    'forbid_pipe, forbid_file or forbid_filter_reply is set at the router, as control panels do for their users, and the alias has a line that begins with | or /. The mail comes back.',
  symptoms: {
    log: [
      {
        pattern: /delivery to (?:pipe|file) forbidden|: autoreply forbidden/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** |/usr/local/bin/ticket <alice@example.test> R=virtual_aliases: delivery to pipe forbidden',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce: delivery to pipe forbidden',
  },
  repair: {
    words: 'Put the alias where pipes are allowed, as in /etc/aliases, or allow them at the router.',
    commands: ['exim -bt alice@example.test', 'exim -bP router virtual_aliases | grep forbid'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_redirect_router.html'],
};
