import { isIP, isIPv6 } from 'node:net';
import type { VantagePoint } from '../model/vantage';
import type { Zone, ZoneRecord } from '../model/zone';
import { reverseName } from '../world/reverse-name';

/** A domain that no server under test is responsible for: mail to it is relayed, or refused. */
export const foreignDomain = 'elsewhere.example';

/**
 * Domains of strangers who name the server under test as their second MX, which nobody keeps them from; the first one is theirs. The
 * last one's is reached by IPv6 alone.
 */
export const domainsWithMxHere = ['mx-here', 'mx-here-ipv6'].map((name) => `${name}.${foreignDomain}`);

/** The domain from which outside clients write. */
export const senderDomain = 'outside.example';

/** The list that has the vantage point `listed` on it; the other lists of the how-to answer as dead ones do. */
const listingZone = 'sbl.spamhaus.org';

/** What the lab's DNS knows: the server, its domains, its clients, the world outside, and the lists of the how-to. */
export function labZones(
  hostname: string,
  domains: readonly string[],
  points: readonly VantagePoint[],
): readonly Zone[] {
  const isBelow = domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
  return [
    ...domains.map((domain): Zone => ({ suffix: domain, kind: 'records', records: serverRecords(hostname, domain) })),
    ...(isBelow ? [] : [{ suffix: hostname, kind: 'records', records: [addressRecord(hostname)] } as const]),
    { suffix: 'in-addr.arpa', kind: 'records', records: points.filter(isOf(4)).flatMap(reverseRecords) },
    { suffix: 'ip6.arpa', kind: 'records', records: points.filter(isOf(6)).flatMap(reverseRecords) },
    // Any name below them exists, so that each check may have sender and recipient domains of its own.
    { suffix: foreignDomain, kind: 'everything', address: '203.0.113.25' },
    { suffix: senderDomain, kind: 'everything', address: '203.0.113.26' },
    ...domainsWithMxHere.map(
      (domain): Zone => ({ suffix: domain, kind: 'records', records: mxHere(hostname, domain) }),
    ),
    ...points.flatMap(forwardZones),
    { suffix: listingZone, kind: 'records', records: points.flatMap(listingRecords) },
    ...['rhsbl.ahbl.org', 'spamcop.net', 'dynablock.wirehub.net'].map((suffix): Zone => ({ suffix, kind: 'nxdomain' })),
  ];
}

function serverRecords(hostname: string, domain: string): readonly ZoneRecord[] {
  return [
    { name: domain, type: 'MX', data: `10 ${hostname}` },
    addressRecord(hostname),
    { name: `inside.${domain}`, type: 'A', data: '192.0.2.10' },
  ];
}

function mxHere(hostname: string, domain: string): readonly ZoneRecord[] {
  const own = `mx.${domain}`;
  return [
    { name: domain, type: 'MX', data: `10 ${own}` },
    { name: domain, type: 'MX', data: `20 ${hostname}` },
    domain.endsWith(`-ipv6.${foreignDomain}`)
      ? { name: own, type: 'AAAA', data: '2001:db8:25::25' }
      : { name: own, type: 'A', data: '203.0.113.25' },
  ];
}

function addressRecord(hostname: string): ZoneRecord {
  return { name: hostname, type: 'A', data: '192.0.2.1' };
}

function isOf(family: 4 | 6) {
  return ({ address }: VantagePoint) => isIP(address) === family;
}

function reverseRecords({ address, hostname }: VantagePoint): readonly ZoneRecord[] {
  return hostname === undefined ? [] : [{ name: reverseName(address), type: 'PTR', data: hostname }];
}

// A client's name must point back to its address, or Postfix calls it unknown.
function forwardZones({ address, hostname }: VantagePoint): readonly Zone[] {
  if (!hostname?.endsWith(senderDomain)) return [];
  return [
    {
      suffix: hostname,
      kind: 'records',
      records: [{ name: hostname, type: isIPv6(address) ? 'AAAA' : 'A', data: address }],
    },
  ];
}

function listingRecords({ name, address }: VantagePoint): readonly ZoneRecord[] {
  if (name !== 'listed') return [];
  const entry = reverseName(address, listingZone);
  return [
    { name: entry, type: 'A', data: '127.0.0.2' },
    { name: entry, type: 'TXT', data: 'listed for the test' },
  ];
}
