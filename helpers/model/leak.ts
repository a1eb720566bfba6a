/** Packets of a kind that a server sent to somewhere outside of the lab, and that were dropped. */
export interface Leak {
  readonly family: 4 | 6;
  /** The service, such as `https`; where the port is none of those that are known, the protocol. */
  readonly what: string;
  readonly packets: number;
}
