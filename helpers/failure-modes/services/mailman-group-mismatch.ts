import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/mailman-group-mismatch',
  kind: 'fault',
  title: 'Mailman 2’s wrapper is run by another group than it was built for',
  cause:
    'Postfix runs a command in /etc/aliases as the owner of that file, and Mailman’s wrapper takes one group only. The aliases of lists belong into a file of Mailman’s own whose owner has that group. Where another mail server calls it, that one’s group is meant.',
  symptoms: {
    log: [
      {
        pattern: /Group mismatch error\. {1,2}Mailman expected(?! the (?:CGI|cgi))/,
        specimen: `postfix/local[12]: 4XyZab1234: to=<list@example.test>, relay=local, delay=0.1, delays=0.1/0/0/0, dsn=5.3.0, status=bounced (Command died with status 2: "/var/lib/mailman/mail/mailman post list". Command output: Group mismatch error.  Mailman expected the mail wrapper script to be executed as group "mailman", but the system's mail server executed the mail script as group "nobody". )`,
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce with these words',
  },
  repair: {
    words: 'List Mailman’s own alias file in alias_maps, with the owner that fits.',
    commands: [
      'ls -l /etc/aliases.db /var/lib/mailman/data/aliases.db',
      'postconf alias_maps',
      'chown mailman:mailman /var/lib/mailman/data/aliases*; newaliases',
    ],
  },
  unreproduced: 'Our images have no Mailman.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/local.8.html'],
};
