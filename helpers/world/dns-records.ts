import { isIP } from 'node:net';
import type { Answer } from 'dns-packet';
import type { ZoneRecord } from '../model/zone';

/**
 * A zone's record for the wire, under the name as it was asked: some resolvers vary its case and compare. Throws where
 * the record has no form on the wire, since dns-packet would send some other address or name.
 */
export function toAnswer(record: ZoneRecord, name: string): Answer {
  const { type, data } = record;
  switch (type) {
    case 'A':
    case 'AAAA':
      if (isIP(data) !== (type === 'A' ? 4 : 6)) throw new Error(`no address for ${type}: "${data}"`);
      return { name, type, ttl, data };
    case 'MX': {
      const [, preference, exchange = ''] = /^(\d+)\s+(\S+)$/.exec(data) ?? [];
      if (!isName(exchange)) throw new Error(`no preference and name for MX: "${data}"`);
      return { name, type, ttl, data: { preference: Number(preference), exchange } };
    }
    case 'PTR':
      if (!isName(data)) throw new Error(`no name for PTR: "${data}"`);
      return { name, type, ttl, data };
    case 'TXT':
      return { name, type, ttl, data: characterStrings(data) };
  }
}

/**
 * The SOA record of every negative answer, RFC 2308. For its client the whole lab is one zone, the root: an owner
 * below it could be the very name that is being denied.
 */
export function startOfAuthority(): Answer {
  const data = { mname: 'dns.lab.test', rname: 'hostmaster.lab.test', serial: 1, minimum: ttl };
  return { name: '.', type: 'SOA', ttl, data };
}

// RFC 1035 section 3.2.1: 0 forbids caching, so a zone that a test has set holds from the next question on.
const ttl = 0;

// RFC 1035 section 2.3.4. The root is a name too: as an exchanger it says that there is no mail (RFC 7505).
function isName(text: string): boolean {
  return text === '.' || /^([^.]{1,63}\.)*[^.]{1,63}\.?$/.test(text);
}

// RFC 1035 section 3.3: no string is longer than 255 bytes; who reads a TXT record puts them together again.
function characterStrings(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const count = Math.max(1, Math.ceil(bytes.length / 255));
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * 255, (index + 1) * 255));
}
