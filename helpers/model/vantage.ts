/**
 * The address from which a client appears to connect: in `$mynetworks`, outside of it, outside and on a
 * DNSBL, outside and without a PTR record; `dns:…`: outside, told apart by what DNS answers about it;
 * `client:…`: an address of its own; `address:…`: in a range that servers trust by mistake.
 */
export type Vantage =
  | 'inside'
  | 'outside'
  | 'listed'
  | 'nameless'
  | `dns:${string}`
  | `client:${string}`
  | `address:${AddressRange}`;

/** A range of addresses that images are seen to trust, by which a client of anybody's may seem to come. */
export type AddressRange =
  | 'gateway'
  | 'neighbour'
  | '10-8'
  | '172-16-12'
  | '192-168-16'
  | '100-64-10'
  | 'fc00-7'
  | 'fe80-10'
  | 'ipv6-neighbour'
  | 'ipv6-outside';

/** A vantage point with the address that the server sees and the name that its PTR record gives. */
export interface VantagePoint {
  readonly name: Vantage;
  readonly address: string;
  readonly hostname: string | undefined;
}

/** A port of the target and what is spoken there: RFC 5321 (25), RFC 6409 (587), RFC 8314 (465, TLS at once). */
export interface ServicePort {
  readonly port: number;
  readonly role: 'smtp' | 'submission' | 'submissions';
  /** Where the server listens, if not there: the lab brings clients to it. */
  readonly listens?: number;
}

/** The state of the connection in which something is asked. */
export type Security = 'plain' | 'starttls' | 'implicit-tls';
