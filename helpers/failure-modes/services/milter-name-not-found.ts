import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { milterManual, milterRejected } from './shared/milters';
import { nameOfServerNotFound } from './shared/names-of-servers';

export const mode: FailureMode = {
  id: 'services/milter-name-not-found',
  kind: 'fault',

  title: 'the address of a milter can not be found',
  cause:
    'smtpd_milters names a host that does not resolve where smtpd runs: the container has another name or is in another network, or smtpd’s chroot has no resolv.conf and no hosts. Or it has addresses of IPv6 alone and inet_protocols is ipv4, or the port is a name that /etc/services does not have. Postfix then says "Cannot assign requested address".',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: connect to Milter service inet6?:(?!localhost:|\[|[\d.]+:)\S+: (?:(?:Cannot|Can't) assign requested address|Host not found.*)$/,
        specimen:
          'postfix/smtpd[1633]: warning: connect to Milter service inet:rspamd:11332: Cannot assign requested address',
        strength: 'names',
      },
      nameOfServerNotFound,
      milterRejected,
    ],
    facts: [],
    client: '451 4.7.1 Service unavailable - try again later, 451 4.3.0, or 421',
  },
  repair: {
    words: 'Name the milter by an address, or by a name that resolves for smtpd.',
    commands: [
      'postconf smtpd_milters non_smtpd_milters',
      'getent ahosts rspamd',
      'ls /var/spool/postfix/etc/resolv.conf /var/spool/postfix/etc/hosts   # where smtpd is chrooted',
    ],
  },
  reproduction: {
    inject: 'postconf -e smtpd_milters=inet:rspamd:11332',
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_milters',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [milterManual, 'https://github.com/rspamd/rspamd/issues/1268'],
};
