import type { FailureMode } from '../../model/failure-mode';
import { intoChroot } from '../shared/chroot';
import { absent } from '../shared/facts';
import { anyDomainNotFound, chrooted } from './shared/name-checks';

export const mode: FailureMode = {
  id: 'dns/chroot-without-resolv-conf',
  kind: 'fault',
  title: 'smtpd is chrooted, and its chroot has no resolv.conf',
  cause:
    'In the chroot /var/spool/postfix there must be copies of /etc/resolv.conf, hosts, services and nsswitch.conf. ' +
    'Debian’s start script makes them; `postfix start-fg` in a container does not. smtpd then finds no name at all, ' +
    'while `dig` on the same machine works: every domain is unknown, and every client is `unknown`.',
  symptoms: {
    log: [anyDomainNotFound],
    facts: [chrooted, absent('/var/spool/postfix/etc/resolv.conf')],
    client: '450 4.1.8 <x@outside.example>: Sender address rejected: Domain not found, for every domain',
  },
  repair: {
    words: 'Copy the files at every start, or run the services without chroot (fifth column of master.cf).',
    commands: [
      'mkdir -p /var/spool/postfix/etc',
      'cp /etc/resolv.conf /etc/hosts /etc/services /etc/nsswitch.conf /var/spool/postfix/etc/',
      'postconf -F "*/*/chroot=n"   # instead, Postfix 2.11 and later',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `postconf -F smtp/inet/chroot=y
${intoChroot('sasldb2', 'services', 'nsswitch.conf')}
rm -f /var/spool/postfix/etc/resolv.conf`,
    provoke: [{ kind: 'mail', vantage: 'inside', port: 25 }],
    repair: 'postconf -F smtp/inet/chroot=n',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['open-relay/inside-anonymous-foreign'],
  references: [
    'https://www.postfix.org/BASIC_CONFIGURATION_README.html#chroot_setup',
    'https://github.com/bokysan/docker-postfix/issues/102',
  ],
};
