import type { RelayedMessage } from './relayed-message';
import type { Transcript } from './transcript';
import type { DnsQuery } from './zone';

/** What a check saw. All of it can be read without the server. */
export interface Evidence {
  readonly transcripts: readonly Transcript[];
  /** The target's log lines that belong to the check's sessions. */
  readonly logLines: readonly string[];
  readonly relayed: readonly RelayedMessage[];
  readonly dnsQueries: readonly DnsQuery[];
  /** Remarks for the reader: what a command printed, which replies a version gives. */
  readonly notes: readonly string[];
}
