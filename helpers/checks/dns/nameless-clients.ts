import type { VantagePoint } from '../../model/vantage';
import type { Zone } from '../../model/zone';

/** A client whose name does not hold, and what DNS says of it. */
export interface Nameless {
  readonly name: string;
  readonly words: string;
  readonly address: string;
  readonly hostname?: string;
  readonly zone: (hostname: string, reverse: string) => readonly Zone[];
}

/** Every way not to have a name. */
export const nameless: readonly Nameless[] = [
  { name: 'no-ptr', words: 'without a PTR record', address: '203.0.113.11', zone: () => [] },
  {
    name: 'ptr-servfail',
    words: 'about whose PTR record DNS answers SERVFAIL',
    address: '203.0.113.12',
    zone: (_hostname, suffix) => [{ suffix, kind: 'servfail' }],
  },
  {
    name: 'ptr-without-address',
    words: 'whose PTR record names a host without an address',
    address: '203.0.113.13',
    hostname: 'no-address.outside.example',
    zone: (suffix) => [{ suffix, kind: 'nxdomain' }],
  },
  {
    name: 'ptr-other-address',
    words: 'whose PTR record names a host with another address',
    address: '203.0.113.14',
    hostname: 'other-address.outside.example',
    zone: (suffix) => [{ suffix, kind: 'records', records: [{ name: suffix, type: 'A', data: '203.0.113.15' }] }],
  },
];

/** One in $mynetworks, where nobody asks. */
export const insideWithoutName: VantagePoint = {
  name: 'dns:inside no-ptr',
  address: '192.0.2.11',
  hostname: undefined,
};
