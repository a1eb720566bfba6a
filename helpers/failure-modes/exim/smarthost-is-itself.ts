import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/smarthost-is-itself',
  kind: 'fault',
  title: 'the smarthost that Exim is given is this machine',
  cause:
    'The name resolves to an address of this machine, or to the container itself. In Debian’s dc_smarthost a port stands behind two colons: with one, `localhost:1025` is a list of hosts, and the port is none of it.',
  symptoms: {
    log: [
      {
        pattern:
          /R=\w*smart\w* .*(?:lowest numbered MX record points to local host|remote host address is the local host)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == x@elsewhere.example R=smarthost defer (-1): remote host address is the local host',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or is frozen.',
  },
  repair: {
    words: 'Name another machine, with two colons before its port.',
    commands: [
      'grep dc_smarthost /etc/exim4/update-exim4.conf.conf',
      'sed -i "s/^dc_smarthost=.*/dc_smarthost=\'smarthost.example.test::587\'/" /etc/exim4/update-exim4.conf.conf',
      'update-exim4.conf; systemctl restart exim4',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/diyan/mailhog-docker/issues/2', 'https://wiki.debian.org/Exim'],
};
