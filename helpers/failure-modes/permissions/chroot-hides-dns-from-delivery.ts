import type { FailureMode } from '../../model/failure-mode';
import { intoChroot } from '../shared/chroot';
import { mailOfUser } from '../shared/client-steps';
import { absent } from '../shared/facts';
import { smtpInside } from './shared/closed-files';

export const mode: FailureMode = {
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
          /Host or domain name not found\. Name service error for name=\S+ type=\w+: Host not found, try again\)?$/,
        specimen:
          'postfix/smtp[148]: 4C1F81E4001: to=<x@example.net>, relay=none, delay=0.1, delays=0.05/0.01/0.04/0, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=example.net type=MX: Host not found, try again)',
        strength: 'suggests',
        program: /\/smtp$/,
      },
    ],
    facts: [smtpInside, absent('/var/spool/postfix/etc/resolv.conf')],
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
};
