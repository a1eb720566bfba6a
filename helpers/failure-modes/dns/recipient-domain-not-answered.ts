import type { FactSign, FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { smtpInside } from '../permissions/shared/closed-files';
import { absent, parameter } from '../shared/facts';

const [inChroot, withoutResolver] = [smtpInside, absent('/var/spool/postfix/etc/resolv.conf')];

const canResolve: FactSign = {
  words: 'smtp has a resolv.conf, within its chroot too',
  look: withoutResolver.look,
  holds: (facts) => {
    const isInside = inChroot.holds(facts);
    const isWithout = withoutResolver.holds(facts);
    if (isInside === false || isWithout === false) return true;
    return isInside === undefined || isWithout === undefined ? undefined : false;
  },
};

export const mode: FailureMode = {
  id: 'dns/recipient-domain-not-answered',
  kind: 'fault',
  title: 'the name servers of a recipient’s domain don’t answer, or not rightly',
  cause:
    'Mail for other domains leaves, that for this one stays: the resolver gets no answer or SERVFAIL for it, since its name servers are down, its delegation is broken, or DNSSEC does not fit. Where no domain is found at all, it is the resolver of this machine.',
  symptoms: {
    log: [
      {
        pattern:
          /Host or domain name not found\. Name service error for name=\S+ type=\w+: Host not found, try again\)?$/,
        specimen:
          'postfix/smtp[148]: 4C1F81E4001: to=<x@example.net>, relay=none, delay=10, delays=0.05/0.01/10/0, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=example.net type=MX: Host not found, try again)',
        strength: 'suggests',
        program: programOf('(?:smtp|relay)'),
      },
    ],
    facts: [parameter('relayhost', /^$/, 'relayhost is empty'), canResolve],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words:
      'Ask the same resolver for this domain and for another; what fails for this one alone, its own administrator must mend.',
    commands: [
      'dig +short example.net MX; dig example.org MX | grep status',
      'dig +trace example.net MX',
      'dig +cd example.net MX   # answers with it alone: DNSSEC',
    ],
  },
  unreproduced: 'It is the DNS of others; the lab’s answers for all domains.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/mail-in-a-box/mailinabox/issues/1607'],
};
