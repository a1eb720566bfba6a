import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { ownDomain } from '../shared/relay-denied';
import { wordsOf } from '../shared/restriction-lists';

export const mode: FailureMode = {
  id: 'open-relay/relay-domains-top-level',
  kind: 'exposure',
  title: 'relay_domains names a top-level domain, with all domains below it',
  cause:
    'By default a domain in relay_domains stands for its sub-domains too (parent_domain_matches_subdomains). `com` or ' +
    '`example`, often what a space in the middle of a name leaves, opens the server for millions of domains.',
  symptoms: {
    log: [],
    facts: [
      // A server that has such a domain itself is in an internal network, or somebody has taken the name out of what they show.
      alone({
        words: 'relay_domains has a name without a dot',
        look: 'postconf -h relay_domains',
        holds: (facts) =>
          wordsOf(facts, 'relay_domains')?.some(
            (word) => /^\.?[a-z][a-z0-9-]*$/i.test(word) && word !== 'localhost' && word !== ownDomain(facts),
          ),
      }),
    ],
    client: '250 2.1.5 Ok for any recipient below that domain, without a login',
  },
  repair: {
    words: 'Write the domain out.',
    commands: ['postconf -e "relay_domains = customer.example"', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e "relay_domains = customer. example"',
    provoke: [mailOfStranger],
    repair: 'postconf -e "relay_domains = customer.example"',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['open-relay/outside-anonymous-foreign'],
  references: ['https://www.postfix.org/postconf.5.html#parent_domain_matches_subdomains'],
};
