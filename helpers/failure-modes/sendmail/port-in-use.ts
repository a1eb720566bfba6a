import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/port-in-use',
  kind: 'fault',
  title: 'Sendmail can’t listen at its port',
  cause:
    'Another server, or a Sendmail that was left, has the port (Address already in use). Or two daemons of one Sendmail take it from each other: where the IPv6 socket takes IPv4 connections as well (net.ipv6.bindv6only = 0 on Linux), the one with Family=inet and the one with Family=inet6 can’t both listen at all addresses. Otherwise DAEMON_OPTIONS names an address that the machine does not have, or Sendmail was not started as root (Permission denied).',
  symptoms: {
    log: [
      {
        pattern:
          /opendaemonsocket: daemon \S+: (?:cannot bind|server SMTP socket wedged|can't create server SMTP socket)|daemon \S+: problem creating SMTP socket/,
        specimen:
          'sm-mta[2211]: NOQUEUE: SYSERR(root): opendaemonsocket: daemon MTA: cannot bind: Address already in use',
        strength: 'names',
      },
      {
        pattern:
          /opendaemonsocket: daemon \S+: (?:cannot listen|optional socket disabled|unsafe domain socket)|opendaemonsocket: daemon \S+: failed to/,
        specimen:
          'sm-mta[2571]: NOQUEUE: SYSERR(root): opendaemonsocket: daemon MTA: cannot listen: Address already in use',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused, or another server’s greeting',
  },
  repair: {
    words:
      'Stop the other; correct the address. Of two daemons at one port keep Family=inet6, which takes IPv4 too, or give each an Addr of its own.',
    commands: [
      'ss -ltnp | grep -E ":(25|465|587) "',
      'grep -n DAEMON_OPTIONS /etc/mail/sendmail.mc   # inet and inet6 at one port?',
      'sysctl net.ipv6.bindv6only',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
