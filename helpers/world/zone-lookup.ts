import type { Zone, ZoneRecord } from '../model/zone';

/** What the zones say to a question. `additionals`: the addresses of the mail exchangers in `records`. */
export type ZoneAnswer =
  | { readonly kind: 'records'; readonly records: readonly ZoneRecord[]; readonly additionals: readonly ZoneRecord[] }
  | { readonly kind: 'nodata' | 'nxdomain' | 'servfail' | 'refused' }
  | { readonly kind: 'silence' };

/** Answers a question from the zones: of all suffixes that hold the name, the longest decides. */
export function lookUp(zones: readonly Zone[], question: { readonly name: string; readonly type: string }): ZoneAnswer {
  const name = canonicalName(question.name);
  const zone = zoneOf(name, zones);
  if (zone !== undefined && zone.kind !== 'records' && zone.kind !== 'everything') return { kind: zone.kind };

  const ofName = zone === undefined ? [] : recordsOf(name, zone);
  const records = ofName.filter(({ type }) => type === question.type || question.type === 'ANY');
  if (records.length > 0) return { kind: 'records', records, additionals: exchangerAddresses(records, zones) };
  // RFC 8020: NXDOMAIN denies all names below too, so a name that exists only by those must not get one.
  return { kind: ofName.length > 0 || hasNamesBelow(name, zones) ? 'nodata' : 'nxdomain' };
}

/** A name as names are compared: without case (RFC 4343) and without the final dot. The root is ''. */
export function canonicalName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

function zoneOf(name: string, zones: readonly Zone[]): Zone | undefined {
  const length = ({ suffix }: Zone) => canonicalName(suffix).length;
  return zones
    .filter(({ suffix }) => isAtOrBelow(name, canonicalName(suffix)))
    .toSorted((a, b) => length(b) - length(a))[0];
}

function isAtOrBelow(name: string, suffix: string): boolean {
  return suffix === '' || name === suffix || name.endsWith(`.${suffix}`);
}

type AnsweringZone = Extract<Zone, { kind: 'records' | 'everything' }>;

function recordsOf(name: string, zone: AnsweringZone): readonly ZoneRecord[] {
  if (zone.kind === 'records') return zone.records.filter((record) => canonicalName(record.name) === name);
  const address: ZoneRecord = { name, type: 'A', data: zone.address };
  return zone.text === undefined ? [address] : [address, { name, type: 'TXT', data: zone.text }];
}

function exchangerAddresses(records: readonly ZoneRecord[], zones: readonly Zone[]): readonly ZoneRecord[] {
  const exchangers = records.filter(({ type }) => type === 'MX').map(({ data }) => data.split(/\s+/)[1] ?? '');
  return exchangers.flatMap((name) => {
    const answer = lookUp(zones, { name, type: 'A' });
    return answer.kind === 'records' ? answer.records : [];
  });
}

function hasNamesBelow(name: string, zones: readonly Zone[]): boolean {
  return zones.flatMap(namesIn).some((other) => other !== name && isAtOrBelow(other, name));
}

function namesIn(zone: Zone): readonly string[] {
  if (zone.kind === 'nxdomain') return [];
  return (zone.kind === 'records' ? zone.records.map((record) => record.name) : [zone.suffix]).map(canonicalName);
}
