import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/lost-privilege',
  kind: 'fault',
  title: 'Exim gives up root, since it was called with another configuration or macro',
  cause:
    'With -C or -D Exim drops its privileges, unless the file is in TRUSTED_CONFIG_LIST, a path that the build names, or the macro in WHITELIST_D_MACROS. A second Exim, such as the one behind a mail scanner, then can’t change to users or write into the spool.',
  symptoms: {
    log: [
      {
        pattern: /exim user lost privilege for using -?\S+ option/,
        specimen: '2026-11-24 23:49:37 exim user lost privilege for using -C option',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Name the file in the list that the build trusts, owned by root and writable by nobody else.',
    commands: [
      'exim -bV | grep -i trusted',
      'cat /etc/exim4/trusted_configs   # Debian',
      'echo /etc/exim4/exim4_outgoing.conf >>/etc/exim4/trusted_configs',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-security_considerations.html'],
};
