import type { FactSign, FailureMode } from '../../model/failure-mode';
import { intoChroot } from '../shared/chroot';
import { mailOfUser } from '../shared/client-steps';
import { absent } from '../shared/facts';
import { smtpInside } from './shared/closed-files';

const none = absent('/var/spool/postfix/etc/resolv.conf');

// Whether a copy is still that of the system, its size doesn’t tell.
const noneOrOld: FactSign = {
  words: '/var/spool/postfix/etc/resolv.conf is not there, or is another than /etc/resolv.conf',
  look: `${none.look}; diff /etc/resolv.conf /var/spool/postfix/etc/resolv.conf`,
  holds: (facts) => (none.holds(facts) ? true : undefined),
};

export const mode: FailureMode = {
  id: 'permissions/chroot-hides-dns-from-delivery',
  kind: 'fault',
  title: 'the service that delivers is chrooted with no resolv.conf, or an old one: mail is taken and stays',
  cause:
    'smtp, the service that delivers, runs in the chroot and reads /var/spool/postfix/etc/resolv.conf, not the system’s. Without that file it asks a resolver at 127.0.0.1 that is not there; with an old copy, the name servers of another network or VPN, those from when Postfix was started. All mail stays in the queue. Debian makes the copy when the unit starts the service, and not in a container. Often smtpd alone was taken out of the chroot, to reach sasldb2 or saslauthd.',
  symptoms: {
    log: [
      {
        pattern:
          /Host or domain name not found\. Name service error for name=\S+ type=\w+: Host not found, try again\)?$/,
        specimen:
          'postfix/smtp[148]: 4C1F81E4001: to=<x@example.net>, relay=none, delay=0.1, delays=0.05/0.01/0.04/0, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=example.net type=MX: Host not found, try again)',
        strength: 'suggests',
        program: /\/smtp$/,
      },
    ],
    facts: [smtpInside, noneOrOld],
    client: '`250 2.0.0 Ok: queued`, and nothing arrives.',
  },
  repair: {
    words: 'Take the service out of the chroot, or copy what resolving needs into it at every start.',
    commands: [
      'diff /etc/resolv.conf /var/spool/postfix/etc/resolv.conf',
      'postconf -F smtp/unix/chroot=n relay/unix/chroot=n',
      '# or: mkdir -p /var/spool/postfix/etc; cp /etc/{resolv.conf,hosts,services,nsswitch.conf} /var/spool/postfix/etc/',
      'systemctl restart postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `postconf -F smtp/unix/chroot=y
${intoChroot('services', 'nsswitch.conf')}
rm -f /var/spool/postfix/etc/resolv.conf`,
    provoke: [mailOfUser],
    repair: 'postconf -F smtp/unix/chroot=n',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/bokysan/docker-postfix/issues/102',
    'https://www.postfix.org/BASIC_CONFIGURATION_README.html#chroot_setup',
  ],
};
