import { isIPv4 } from 'node:net';

/**
 * The name under which an address is asked for: its PTR record's (RFC 1035 section 3.5, RFC 3596 section 2.5),
 * or with a domain the name under which a DNSBL lists it (RFC 5782 section 2).
 */
export function reverseName(address: string, domain = isIPv4(address) ? 'in-addr.arpa' : 'ip6.arpa'): string {
  const labels = isIPv4(address) ? address.split('.') : nibbles(address);
  return [...labels.reverse(), domain].join('.');
}

function nibbles(address: string): string[] {
  // The URL parser turns every spelling into one: lower case, no leading zeros, no dotted tail; or it throws.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros = Array<string>(8 - before.length - after.length).fill('0000');
  return [...before, ...zeros, ...after].join('').split('');
}

function groups(part: string): string[] {
  return part === '' ? [] : part.split(':').map((group) => group.padStart(4, '0'));
}
