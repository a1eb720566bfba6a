import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'relay-refused/domain-in-two-classes',
  kind: 'fault',

  title: 'a domain stands in two classes at once, such as mydestination and a virtual one',
  cause:
    'A domain belongs to one class: local, virtual alias, virtual mailbox or relay. In two of them, Postfix takes the first, so that virtual users are looked for among the system’s and are not found.',
  symptoms: {
    log: [
      {
        pattern: /^warning: do not list domain \S+ in BOTH \S+ and \S+$/,
        specimen:
          'postfix/trivial-rewrite[9]: warning: do not list domain example.test in BOTH mydestination and virtual_mailbox_domains',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 5.1.1 <alice@example.test>: Recipient address rejected: User unknown in local recipient table',
  },
  repair: {
    words: 'Leave it only in the class where its users are: virtual ones, out of mydestination.',
    commands: [
      'postconf mydestination virtual_mailbox_domains virtual_alias_domains relay_domains',
      'postconf -e "mydestination = localhost"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e virtual_alias_domains=example.test',
    provoke: [mailToLocalUser],
    repair: 'postconf -X virtual_alias_domains',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/ADDRESS_CLASS_README.html'],
};
