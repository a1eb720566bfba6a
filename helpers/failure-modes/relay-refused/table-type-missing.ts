import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'relay-refused/table-type-missing',
  kind: 'fault',
  title: 'a list has a word where the name of a table belongs',
  cause:
    'A table is written with its type, as hash:/etc/postfix/access. Where a path stands without one, or where a parameter runs on into the next, because the next line begins with a blank, Postfix takes the word for a table and ends: `expecting "type:name" form`. smtpd then ends before it greets.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: open dictionary: expecting "type:name" form instead of /,
        specimen:
          'postfix/smtpd[4855]: fatal: open dictionary: expecting "type:name" form instead of "smtpd_tls_auth_only"',
        strength: 'names',
      },
      {
        pattern: /^warning: (?:expected maptype:mapname instead of|empty map specification: )/,
        specimen: "postfix/cleanup[48]: warning: expected maptype:mapname instead of '/etc/postfix/canonical'",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Silence for up to a minute, then the connection closes.',
  },
  repair: {
    words:
      'Write the type before the path; take the blanks away from the beginning of a line that is a parameter of its own.',
    commands: [
      'postconf -n | grep -n "smtpd_tls_auth_only"',
      'grep -nE "^[[:space:]]+[a-z_]+ *=" /etc/postfix/main.cf',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_sender_login_maps = /etc/postfix/owners'",
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_sender_login_maps',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/DATABASE_README.html', 'https://www.postfix.org/postconf.5.html'],
};
