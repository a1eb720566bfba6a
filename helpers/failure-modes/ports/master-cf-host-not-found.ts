import type { FailureMode } from '../../model/failure-mode';
import { master, masterManual } from './shared/master-cf';

export const mode: FailureMode = {
  id: 'ports/master-cf-host-not-found',
  kind: 'fault',
  title: 'a service of master.cf is to listen at a host name that is not found',
  cause:
    'Before the colon of the first column stands a name or an address, `localhost:10026`. master looks it up when it starts: /etc/hosts lacks it, as `localhost` in a slim image or after a slip there, the resolver does not answer yet, the name has only addresses that inet_protocols leaves out, or it is misspelt. None of the services runs then.',
  symptoms: {
    log: [
      master(
        /^fatal: \S+\/master\.cf: line \S+: bad hostname or network address: /,
        'fatal: /etc/postfix/master.cf: line 130: bad hostname or network address: localhost:10026',
      ),
    ],
    facts: [],
    client: 'Connection refused on all ports',
  },
  repair: {
    words: 'Write the address instead of the name, or let /etc/hosts have the name.',
    commands: [
      'getent ahosts localhost; postconf inet_protocols',
      `sed -i 's/^localhost:/127.0.0.1:/' /etc/postfix/master.cf`,
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `echo 'nohost.invalid:10026 inet n - n - - smtpd' >>/etc/postfix/master.cf`,
    provoke: [],
    repair: `sed -i '/^nohost.invalid:/d' /etc/postfix/master.cf`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-25'],
  references: [masterManual],
};
