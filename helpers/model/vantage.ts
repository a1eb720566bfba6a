/**
 * The address from which a client appears to connect: in `$mynetworks`, outside of it, outside and on a
 * DNSBL, outside and without a PTR record; `dns:…`: outside, told apart by what DNS answers about it;
 * `client:…`: an address of its own.
 */
export type Vantage = 'inside' | 'outside' | 'listed' | 'nameless' | `dns:${string}` | `client:${string}`;

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
