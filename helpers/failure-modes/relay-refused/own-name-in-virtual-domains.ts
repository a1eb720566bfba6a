import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-refused/own-name-in-virtual-domains',
  kind: 'fault',
  title: 'a domain is in a class of virtual ones and is the server’s own name too',
  cause:
    'What is in mydestination (by default $myhostname) is delivered to local users; the same name in virtual_alias_domains or virtual_mailbox_domains is then not what Postfix goes by.',
  symptoms: {
    log: [
      {
        pattern: /^warning: do not list \$\w+ \([^)]*\) in \w+/,
        specimen:
          'postfix/trivial-rewrite[9]: warning: do not list $myhostname (mail.example.test) in virtual_alias_domains',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 5.1.1 User unknown in local recipient table',
  },
  repair: {
    words: 'Keep it in one of them.',
    commands: ['postconf mydestination virtual_alias_domains virtual_mailbox_domains relay_domains'],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/ADDRESS_CLASS_README.html'],
};
