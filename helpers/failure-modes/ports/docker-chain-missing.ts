import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'ports/docker-chain-missing',
  kind: 'fault',
  title: 'Docker’s rules for its ports are gone from the firewall',
  cause:
    'Something loaded the firewall anew while Docker ran: firewalld or ufw reloaded, iptables-restore, fail2ban or a script that flushes the tables. Docker’s chains are gone with it, and containers with ports can’t start or can’t be reached until it makes them again.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:iptables|ip6tables) failed: .*(?:DOCKER|br-\w+|--dport (?:25|465|587)).*No chain\/target\/match by that name/,
        specimen:
          'iptables failed: iptables --wait -t nat -A DOCKER -p tcp -d 0/0 --dport 25 -j DNAT --to-destination 172.18.0.3:25 ! -i br-3ab1c2: iptables: No chain/target/match by that name.',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused or no answer.',
  },
  repair: {
    words: 'Restart Docker, and let it start after the firewall.',
    commands: ['systemctl restart docker', 'iptables -t nat -S DOCKER'],
  },
  unreproduced:
    'Its lines are those of the container engine and of public reports; reproduce breaks a server in a container that was started.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.docker.com/engine/network/packet-filtering-firewalls/'],
};
