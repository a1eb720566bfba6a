import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/never-users',
  kind: 'fault',
  title: 'Exim is to deliver as root, or as another user as whom it never does',
  cause:
    'The user for a local delivery is root, or another of never_users: root’s mail has no alias, or the transport sets no user. Debian and others have root built in as fixed_never_users.',
  symptoms: {
    log: [
      {
        pattern: /is on the (?:fixed_)?never_users list/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == root@example.test R=local_user T=mail_spool defer (-29): User 0 set for mail_spool transport is on the never_users list',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Let root’s mail go to a person.',
    commands: ["echo 'root: alice' >>/etc/aliases; newaliases", 'exim -bP never_users', 'exim -qff'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-security_considerations.html'],
};
