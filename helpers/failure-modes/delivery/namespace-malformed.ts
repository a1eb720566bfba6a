import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/namespace-malformed',
  kind: 'fault',
  title: 'the namespaces of Dovecot do not fit together',
  cause:
    'Exactly one namespace is for INBOX, each has a prefix of its own that ends with the separator, and all private ones use one separator. Where it is not so, no user can be served.',
  symptoms: {
    log: [
      {
        pattern:
          /[Nn]amespace configuration error|inbox=yes namespace missing|Duplicate namespace prefix|list=yes requires prefix|alias_for (?:points to unknown|chaining)|Missing namespace prefix|Invalid namespace alias_for|Unknown namespace type|Hierarchy separator must be only one|Namespaces \S+ and \S+ have different mailboxes paths/,
        specimen:
          'dovecot: imap(alice)<1><x>: Error: User initialization failed: namespace configuration error: inbox=yes namespace missing',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary internal error; IMAP ends after the login',
  },
  repair: {
    words: 'Give one namespace inbox = yes, and look at prefixes and separators.',
    commands: ['doveconf -n namespace'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/namespace/'],
};
