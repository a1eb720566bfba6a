import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/fast-flush-not-for-domain',
  kind: 'client',
  title: 'somebody asks to send the waiting mail of a domain that has no list of it',
  cause:
    'ETRN and `postqueue -s` work for domains of fast_flush_domains only, by default those of relay_domains: Postfix keeps a list of waiting mail for these.',
  symptoms: {
    log: [
      {
        pattern: /Flush service is not configured for destination/,
        specimen: 'postfix/postqueue[9]: fatal: Flush service is not configured for destination "example.org"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '459 <example.org>: service unavailable',
  },
  repair: {
    words: 'Send the whole queue, or one mail; or list the domain.',
    commands: ['postqueue -f', 'postqueue -i 4XyZab1234', 'postconf fast_flush_domains'],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/ETRN_README.html'],
};
