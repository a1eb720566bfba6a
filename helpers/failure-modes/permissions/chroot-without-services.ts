import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { throttled } from '../shared/log-signs';
import { portNameUnknown } from '../shared/services-file';

export const mode: FailureMode = {
  id: 'permissions/chroot-without-services',
  kind: 'fault',
  title: 'the service that delivers finds no /etc/services, in its chroot or at all, and ends at every mail',
  cause:
    'smtp looks up the number of its port by the name smtp, or by the one that relayhost gives. In its chroot there is no /etc/services, or not the library of the C library that reads it; or a small image has no such file at all. smtp ends; mail is taken and stays in the queue. Debian’s master.cf chroots every service and its unit fills the chroot, which nothing does in a container. Since Postfix 3.6 smtp knows the number by itself (known_tcp_ports).',
  symptoms: {
    log: [
      {
        pattern: /^fatal: unknown service: smtp\/tcp$/,
        specimen: 'postfix/smtp[10768]: fatal: unknown service: smtp/tcp',
        strength: 'names',
        program: /\/smtp$/,
      },
      portNameUnknown,
      throttled,
    ],
    facts: [],
    client: '`250 2.0.0 Ok: queued`, and nothing arrives.',
  },
  repair: {
    words:
      'Take the service out of the chroot, as CentOS has it, or fill the chroot at every start; install the file where it is missing.',
    commands: [
      'ls -l /etc/services /var/spool/postfix/etc/services',
      'yum install setup   # Debian: apt-get install netbase',
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
};
