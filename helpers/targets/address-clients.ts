import type { Bridge } from '../../containers/docker/bridge';
import { labIpv6 } from '../../containers/docker/lab-container';
import { isAmong, lastHostIn } from '../model/networks';
import type { AddressRange, VantagePoint } from '../model/vantage';
import { senderDomain } from './zones';

/** Clients that a server need not trust, one of each range that images are seen to trust; each has a name that points back. */
export function addressClients({ gateway, subnet }: Pick<Bridge, 'gateway' | 'subnet'>): readonly VantagePoint[] {
  // A range that the engine's own network lies in is shown by an address outside of that.
  const beyond = (first: string, second: string) => (isAmong(first, [subnet]) ? second : first);
  const addresses: Readonly<Record<AddressRange, string>> = {
    gateway,
    neighbour: lastHostIn(subnet),
    '10-8': beyond('10.98.76.54', '10.198.76.54'),
    '172-16-12': beyond('172.30.98.76', '172.20.98.76'),
    '192-168-16': beyond('192.168.198.76', '192.168.98.76'),
    '100-64-10': beyond('100.100.98.76', '100.70.98.76'),
    'fc00-7': 'fd98:7654:3210::7',
    'fe80-10': 'fe80::98:7654',
    'ipv6-neighbour': labIpv6.replace(/::.*/, '::98:7654'),
    'ipv6-outside': '2001:db8:9876::7',
  };
  return Object.entries(addresses).map(([range, address]) => ({
    name: `address:${range as AddressRange}`,
    address,
    hostname: `${range}.${senderDomain}`,
  }));
}
