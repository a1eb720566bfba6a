import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailOfStranger } from '../shared/client-steps';
import { rejects } from '../shared/log-signs';
import { answersAll, blocked } from './shared/block-lists';

const openResolver = 'Error: open resolver; https://check.spamhaus.org/returnc/pub/198.51.100.53/';

export const mode: FailureMode = {
  id: 'dns/list-refuses-open-resolver',
  kind: 'fault',
  title: 'a list does not answer the server’s resolver as it should: mostly it refuses a public one',
  cause:
    'Spamhaus does not serve large public resolvers (8.8.8.8, 1.1.1.1, those of hosters): it answers 127.255.255.254 to every question, 255 after too many of them, 252 where the list’s name is misspelt. Without a filter smtpd and postscreen take any answer for “listed”, and count it against every client. rspamd sees it and leaves the list out. It says “invalid return” also where a resolver forges answers, or the list itself has trouble.',
  symptoms: {
    log: [
      blocked('\\S+?', `zen.spamhaus.org; ${openResolver}`, 'names', ' Error: open resolver;.*'),
      {
        // Of postscreen, which goes by the sum of all lists.
        pattern: /^addr \S+ listed by domain \S+ as 127\.255\.255\.\d+$/,
        specimen: 'postfix/dnsblog[4322]: addr 198.51.100.67 listed by domain zen.spamhaus.org as 127.255.255.254',
        strength: 'names',
        program: programOf('dnsblog'),
        alternative: true,
      },
      {
        // The reply, without what the list says: cut off, or shown by a program.
        ...rejects(
          /Service unavailable; .* blocked using (?:\S+\.)?spamhaus\.org(?:; proto=\w+)?$/,
          'postfix/smtpd[278]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org',
          'suggests',
        ),
        alternative: true,
      },
      {
        // rspamd.
        pattern: /DNS query blocked on \S+ \(|rspamd_monitored_propagate_error: invalid return on resolving/,
        specimen:
          'rspamd[9]: <5f4e2a>; monitored; rspamd_monitored_dns_cb: DNS query blocked on multi.surbl.org (127.0.0.1 returned), possibly due to high volume',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: `554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org; ${openResolver}`,
  },
  repair: {
    words: 'Say which answers count; run a resolver of your own, or ask with a key of Spamhaus’ DQS.',
    commands: [
      'dig +short 2.0.0.127.zen.spamhaus.org; grep ^nameserver /etc/resolv.conf',
      'postconf -n | grep -E "rbl|dnsbl_sites"; postconf -P | grep -E "rbl|dnsbl_sites"',
      'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_rbl_client zen.spamhaus.org=127.0.0.[2..11]"',
      'postconf -e "postscreen_dnsbl_sites = zen.spamhaus.org=127.0.0.[2..11]"   # where postscreen asks',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_rbl_client zen.spamhaus.org"`,
    provoke: [{ ...mailOfStranger, to: 'local' }],
    repair: `postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_rbl_client zen.spamhaus.org=127.0.0.[2..11]"`,
    zones: [answersAll('zen.spamhaus.org', '127.255.255.254', openResolver)],
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['open-relay/outside-anonymous-local'],
  references: [
    'https://www.spamhaus.org/faqs/dnsbl-usage/',
    'https://www.postfix.org/postconf.5.html#postscreen_dnsbl_sites',
    'https://github.com/docker-mailserver/docker-mailserver/issues/4403',
    'https://github.com/anonaddy/docker/issues/182',
  ],
};
