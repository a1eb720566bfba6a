/** The record types that the lab's DNS answers. */
export type RecordType = 'A' | 'AAAA' | 'MX' | 'PTR' | 'TXT';

/** One record: `data` is the address, the target name, the text, or `10 mail.example.test` for MX. */
export interface ZoneRecord {
  readonly name: string;
  readonly type: RecordType;
  readonly data: string;
}

/**
 * How the lab's DNS treats a name and everything below it. The longest suffix wins.
 * `records`: answer from them, NODATA for other types of a known name, NXDOMAIN for unknown names.
 * `everything`: the same A record for every name (a parked domain, a list that lists all).
 */
export type Zone =
  | { readonly suffix: string; readonly kind: 'records'; readonly records: readonly ZoneRecord[] }
  | { readonly suffix: string; readonly kind: 'everything'; readonly address: string; readonly text?: string }
  | { readonly suffix: string; readonly kind: 'nxdomain' | 'servfail' | 'refused' | 'silence' };

/** One question that the target asked, and what it was told. */
export interface DnsQuery {
  /** ISO 8601. */
  readonly at: string;
  readonly name: string;
  readonly type: string;
  readonly answer: string;
}
