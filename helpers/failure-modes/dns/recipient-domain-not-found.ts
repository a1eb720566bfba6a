import type { FactSign, FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { absent } from '../shared/facts';
import { chrooted, domainNotFound } from './shared/name-checks';

const resolvConf = absent('/var/spool/postfix/etc/resolv.conf');

const smtpdResolves: FactSign = {
  words: 'no smtpd is chrooted, or the chroot has a resolv.conf',
  look: `${chrooted.look}; ${resolvConf.look}`,
  holds: (facts) => {
    if (chrooted.holds(facts) === false) return true;
    const missing = resolvConf.holds(facts);
    return missing === undefined ? undefined : !missing;
  },
};

export const mode: FailureMode = {
  id: 'dns/recipient-domain-not-found',
  common: true,
  kind: 'client',
  title: 'for DNS the domain of a recipient does not exist',
  cause:
    'Postfix bounces mail to domains that DNS does not know; reject_unknown_recipient_domain refuses mail to those without MX and A records at once. Most often it is a slip in the address, or a domain that exists only inside and not in the DNS that is asked. Mail of cron or of the system goes to root at the machine’s own name (mail.localdomain, or that of a container), which $myorigin appends and mydestination lacks. If it is so with all domains, the server has a wrong resolver or reaches none: a Docker network with `internal: true`, or port 53 closed.',
  symptoms: {
    log: [
      domainNotFound('Recipient', '1.2', 'suggests'),
      {
        pattern:
          /to=<[^@>]*@([^>]+)>, (?!orig_to=<[^@>]+>).*status=(?:bounced|deferred) \(Host or domain name not found\. Name service error for name=\1 type=\w+: Host not found\)/,
        specimen:
          'postfix/smtp[264]: 8100BA85: to=<root@nowhere.example>, relay=none, delay=0.49, delays=0.01/0/0.47/0, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=nowhere.example type=AAAA: Host not found)',
        strength: 'names',
        alternative: true,
      },
      {
        // ZoneMTA.
        pattern: /\b4\d\d Can't find an MX server for \S+/,
        specimen:
          "zone-mta[12239]: (Sender/default/12239) 15e091ac6130002871.001 DEFERRED[dns] from=alice@example.test to=x@nowhere.example mx=nowhere.example (450 Can't find an MX server for nowhere.example)",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [smtpdResolves],
    client: '450 4.1.2 <x@nowhere.example>: Recipient address rejected: Domain not found',
  },
  repair: {
    words:
      'Correct the address; put the machine’s own name into mydestination; if no domain is found, give the server a resolver.',
    commands: ['dig +short mx nowhere.example', 'cat /etc/resolv.conf', 'postconf myorigin mydestination'],
  },
  reproduction: {
    inject: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, reject_unknown_recipient_domain, \\
  permit_sasl_authenticated, reject_unauth_destination"`,
    provoke: [{ ...mailOfUser, to: 'x@nowhere.example' }],
    repair: '',
    zones: [{ suffix: 'nowhere.example', kind: 'nxdomain' }],
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#reject_unknown_recipient_domain',
    'https://github.com/bokysan/docker-postfix/issues/237',
  ],
};
