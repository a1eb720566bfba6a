import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/postscreen-access-list-malformed',
  kind: 'fault',
  title: 'postscreen can not evaluate the rest of postscreen_access_list',
  cause:
    'It takes permit_mynetworks, permit, reject, dunno and tables of networks (cidr), in which the result is one of these words. Restrictions of smtpd, such as permit_sasl_authenticated or check_client_access, are none, nor is a table named in a table. Where the line says lookup error, the words are right, and the table or mynetworks can’t be looked up. What stands behind is left out.',
  symptoms: {
    log: [
      {
        pattern: /-- ignoring (?:the )?remainder of (?:this )?access list/,
        specimen:
          'postfix/postscreen[9]: warning: postscreen_access_list: unknown command: permit_sasl_authenticated -- ignoring the remainder of this access list',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Own clients are tested and put off, or listed ones let in.',
  },
  repair: {
    words: 'Leave only what postscreen takes; users come by port 587, past postscreen.',
    commands: [
      'postconf postscreen_access_list mynetworks',
      'postmap -q 198.51.100.7 cidr:/etc/postfix/postscreen_access.cidr   # a lookup error shows here too',
      "postconf -e 'postscreen_access_list = permit_mynetworks, cidr:/etc/postfix/postscreen_access.cidr'; systemctl reload postfix",
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#postscreen_access_list'],
};
