import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/command-not-permitted',
  kind: 'fault',
  title: 'only an administrator may give Exim this command',
  cause:
    'Listing the queue, running it, removing mail or showing private options is for root, Exim’s user and the members of admin_groups. A user or a web server’s monitor has called mailq or exim.',
  symptoms: {
    log: [
      {
        pattern: /^permission denied(?:; not (?:admin|exim user or root))?$/,
        specimen: 'exim[53]: permission denied',
        strength: 'names',
        program: /^exim/,
      },
      {
        pattern: /(?<![\w/.]|sh: (?:line )?\d+: )exim4?: ?[Pp]ermission denied(?:;|$)|-G requires a trusted user/,
        specimen: 'zabbix_agentd[812]: exim: permission denied',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words:
      'Call it as root, allow everybody the list with no_queue_list_requires_admin, or name the user’s group in admin_groups.',
    commands: ['exim -bP admin_groups queue_list_requires_admin', 'sudo exim -bp'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_exim_command_line.html'],
};
