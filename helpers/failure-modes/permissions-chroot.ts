import type { FactSign, FailureMode } from '../model/failure-mode';
import { intoChroot } from './chroot';
import { mailOfUser } from './client-steps';
import { chrooted } from './sasl-files';
import { not } from './sasl-mechanisms';
import { absent, throttled } from './signs';

const smtpdOutside: FactSign = {
  words: 'smtpd is not chrooted in master.cf',
  look: 'postconf -M | grep smtpd',
  holds: ({ masterCf, postfixVersion }) => {
    return not(
      chrooted(
        masterCf?.filter(({ command }) => command === 'smtpd'),
        postfixVersion,
      ),
    );
  },
};
const smtpInside: FactSign = {
  words: 'the service smtp, which delivers, is chrooted in master.cf',
  look: 'postconf -M smtp/unix relay/unix',
  holds: ({ masterCf, postfixVersion }) => {
    return chrooted(
      masterCf?.filter(({ command, type }) => command === 'smtp' && type === 'unix'),
      postfixVersion,
    );
  },
};

/** What the service that delivers does not find in its chroot: mail is taken, and does not leave. */
export const permissionsInChroot: readonly FailureMode[] = [
  {
    id: 'permissions/chroot-hides-dns-from-delivery',
    kind: 'fault',
    title: 'the service that delivers is chrooted without resolv.conf: mail is taken and stays',
    cause:
      'Only smtpd was taken out of the chroot, to reach sasldb2 or saslauthd. smtp, the service that delivers, is still in ' +
      'it, has no /var/spool/postfix/etc/resolv.conf, asks a resolver at 127.0.0.1 that is not there, and keeps all mail ' +
      'in the queue. Debian copies the file when the service is started by its unit, and not in a container.',
    symptoms: {
      log: [
        {
          pattern:
            /status=deferred \(Host or domain name not found\. Name service error for name=\S+ type=\w+: Host not found, try again\)$/,
          specimen:
            'postfix/smtp[148]: 4C1F81E4001: to=<x@example.net>, relay=none, delay=0.1, delays=0.05/0.01/0.04/0, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=example.net type=MX: Host not found, try again)',
          strength: 'suggests',
          program: /\/smtp$/,
        },
      ],
      facts: [smtpInside, smtpdOutside, absent('/var/spool/postfix/etc/resolv.conf')],
      client: '`250 2.0.0 Ok: queued`, and nothing arrives.',
    },
    repair: {
      words: 'Take the service out of the chroot, or copy what resolving needs into it at every start.',
      commands: [
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
  },
  {
    id: 'permissions/chroot-without-services',
    kind: 'fault',
    title: 'the service that delivers is chrooted without /etc/services, and ends at every mail',
    cause:
      'smtp looks up the number of its port by the name smtp. In the chroot there is no /etc/services, or not the library ' +
      'of the C library that reads it, and smtp ends; mail is taken and stays in the queue. Debian’s master.cf chroots ' +
      'every service and its unit fills the chroot, which nothing does in a container. Since Postfix 3.6 smtp knows the ' +
      'number by itself (known_tcp_ports).',
    symptoms: {
      log: [
        {
          pattern: /^fatal: unknown service: smtp\/tcp$/,
          specimen: 'postfix/smtp[10768]: fatal: unknown service: smtp/tcp',
          strength: 'names',
          program: /\/smtp$/,
        },
        throttled,
      ],
      facts: [smtpInside],
      client: '`250 2.0.0 Ok: queued`, and nothing arrives.',
    },
    repair: {
      words: 'Take the service out of the chroot, as CentOS has it, or fill the chroot at every start.',
      commands: [
        'postconf -F smtp/unix/chroot=n relay/unix/chroot=n   # before 2.11: the fifth column in master.cf',
        'systemctl restart postfix',
        'postqueue -f',
      ],
    },
    reproduction: {
      inject: `postconf -F smtp/unix/chroot=y
rm -rf /var/spool/postfix/etc/services /var/spool/postfix/lib*
if postconf -d known_tcp_ports >/dev/null 2>&1; then postconf -e known_tcp_ports=; fi`,
      provoke: [mailOfUser],
      repair: 'postconf -F smtp/unix/chroot=n',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://github.com/voxpupuli/puppet-postfix/issues/214',
      'https://www.postfix.org/postconf.5.html#known_tcp_ports',
      'https://www.postfix.org/DEBUG_README.html#no_chroot',
    ],
  },
];
