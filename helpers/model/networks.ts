import { BlockList, isIP, isIPv6 } from 'node:net';

/** Whether an address is one of those, or in one of the networks (`172.16.0.0/12`, `fd00::/8`), that are named. */
export function isAmong(address: string, named: readonly string[]): boolean {
  const list = new BlockList();
  for (const one of named) {
    const [network = '', prefix = isIPv6(network) ? '128' : '32'] = one.split('/');
    if (isIP(network) !== 0) list.addSubnet(network, Number(prefix), isIPv6(network) ? 'ipv6' : 'ipv4');
  }
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** An address that can be played where one, or a network, is named. */
export function addressIn(named: string): string {
  const [network = '', prefix] = named.split('/');
  if (prefix === undefined) return network;
  if (isIPv6(network)) return network.endsWith('::') ? `${network}a` : network;
  return hostIn(network, Math.min(10, 2 ** (32 - Number(prefix)) - 1));
}

/** The last address of an IPv4 network that a host can have: the one before its broadcast address. */
export function lastHostIn(named: string): string {
  const [network = '', prefix = '32'] = named.split('/');
  return hostIn(network, Math.max(0, 2 ** (32 - Number(prefix)) - 2));
}

function hostIn(network: string, number: number): string {
  const value = network.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) + number;
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
