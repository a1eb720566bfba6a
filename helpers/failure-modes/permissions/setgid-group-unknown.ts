import type { FailureMode } from '../../model/failure-mode';
import { nobodyAnswers, noticedBy } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/setgid-group-unknown',
  kind: 'fault',
  title: 'there is no such group as setgid_group says',
  cause:
    'main.cf comes from another system (the group is `maildrop` on some), or has a typing error. Every Postfix program, ' +
    'sendmail included, ends when it starts.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: file \S+\/main\.cf: parameter setgid_group: unknown group name: /,
        specimen:
          'postfix/master[3413]: fatal: file /etc/postfix/main.cf: parameter setgid_group: unknown group name: postdrp',
        strength: 'names',
      },
    ],
    facts: [],
    client: nobodyAnswers,
  },
  repair: {
    words: 'Name the group of the package.',
    commands: ['ls -l /usr/sbin/postdrop', 'postconf -e setgid_group=postdrop', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: 'postconf -e setgid_group=postdrp',
    provoke: [],
    repair: "sed -i 's/^setgid_group *=.*/setgid_group = postdrop/' /etc/postfix/main.cf",
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/postconf.5.html#setgid_group'],
};
