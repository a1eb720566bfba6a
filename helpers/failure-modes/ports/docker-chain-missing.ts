import type { FailureMode } from '../../model/failure-mode';

// Whether a chain, a target or a match is missing, iptables does not say.
const mayLackModule = 'initializing network controller|-m addrtype|-j MASQUERADE';
const chainMissing =
  '(?:iptables|ip6tables) failed: .*(?:DOCKER|br-\\w+|--dport (?:25|465|587)).*No chain/target/match by that name';

export const mode: FailureMode = {
  id: 'ports/docker-chain-missing',
  kind: 'fault',
  title: 'Docker’s rules for its ports are gone from the firewall',
  cause:
    'Something loaded the firewall anew while Docker ran: firewalld or ufw reloaded, iptables-restore, fail2ban or a script that flushes the tables. Docker’s chains are gone with it, and containers with ports can’t start or can’t be reached until it makes them again. Where Docker says it as it starts, the kernel has no module for the match or target (xt_addrtype, xt_MASQUERADE), as after an update without a reboot or in a container of the hoster, or iptables-legacy and iptables-nft are mixed.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(`^(?!.*(?:${mayLackModule})).*${chainMissing}`),
        specimen:
          'iptables failed: iptables --wait -t nat -A DOCKER -p tcp -d 0/0 --dport 25 -j DNAT --to-destination 172.18.0.3:25 ! -i br-3ab1c2: iptables: No chain/target/match by that name.',
        strength: 'names',
      },
      {
        pattern: new RegExp(`^(?=.*(?:${mayLackModule})).*${chainMissing}`),
        specimen:
          'dockerd[9]: failed to start daemon: Error initializing network controller: Failed to inject DOCKER in PREROUTING chain: iptables failed: iptables --wait -t nat -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER: iptables: No chain/target/match by that name.',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused or no answer.',
  },
  repair: {
    words: 'Restart Docker, and let it start after the firewall.',
    commands: [
      'systemctl restart docker',
      'iptables -t nat -S DOCKER',
      'iptables --version; modprobe xt_addrtype; lsmod | grep xt_addrtype; uname -r; ls /lib/modules',
    ],
  },
  unreproduced:
    'Its lines are those of the container engine and of public reports; reproduce breaks a server in a container that was started.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.docker.com/engine/network/packet-filtering-firewalls/'],
};
