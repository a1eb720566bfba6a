import type { FailureMode } from '../../model/failure-mode';
import { master, masterManual } from './shared/master-cf';

export const mode: FailureMode = {
  id: 'ports/master-cf-bad-type',
  kind: 'fault',
  title: 'a line of master.cf has a service type that does not exist',
  cause:
    'The second column is `inet` for a port, `unix` or `pass` for a socket; anything else, a slip, two columns run ' +
    'together or a line with -o that does not begin with a space, makes master end. None of the services runs then, local mail included.',
  symptoms: {
    log: [
      master(
        /^fatal: \S+\/master\.cf: line \d+: bad transport type: /,
        'fatal: /etc/postfix/master.cf: line 6: bad transport type: inett',
      ),
    ],
    facts: [],
    client: 'Connection refused on all ports',
  },
  repair: {
    words: 'Correct the line that the message names.',
    commands: ['sed -n 6p /etc/postfix/master.cf', 'vi /etc/postfix/master.cf', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `sed -i 's/^smtps  *inet/smtps     inett/' /etc/postfix/master.cf`,
    provoke: [],
    repair: 'sed -i s/inett/inet/ /etc/postfix/master.cf',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-25'],
  references: [masterManual],
};
