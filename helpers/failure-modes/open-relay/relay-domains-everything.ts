import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { wordsOf } from '../shared/restriction-lists';

export const mode: FailureMode = {
  id: 'open-relay/relay-domains-everything',
  kind: 'exposure',
  title: 'relay_domains has a table that matches every domain',
  cause:
    'The domains in relay_domains are ones to which everybody may write. A static: table, or a pattern that matches ' +
    'all, makes every domain one of them, and reject_unauth_destination refuses nothing any more. (`relay_domains = *` ' +
    'does no such thing: there are no wildcards in the list.)',
  symptoms: {
    log: [],
    facts: [
      alone({
        words: 'relay_domains has a table of type static, or a pattern table given in place that matches all',
        look: 'postconf -h relay_domains',
        holds: (facts) =>
          wordsOf(facts, 'relay_domains')?.some((word) => /^(?:static:|(?:regexp|pcre):\{+\s*\/\.[*+]?\/)/.test(word)),
      }),
    ],
    client: '250 2.1.5 Ok for any recipient, without a login',
  },
  repair: {
    words: 'Name the domains for which the server is a relay; usually there are none.',
    commands: ['postconf -e "relay_domains = customer.example"', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e relay_domains=static:all',
    provoke: [mailOfStranger],
    repair: 'postconf -e relay_domains=customer.example',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['open-relay/outside-anonymous-foreign'],
  references: ['https://www.postfix.org/postconf.5.html#relay_domains'],
};
