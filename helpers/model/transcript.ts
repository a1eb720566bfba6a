/** One line on the wire, or a remark on what happened to the connection. */
export interface TranscriptEntry {
  /** Milliseconds since the session began. */
  readonly atMs: number;
  readonly from: 'client' | 'server' | 'note';
  /** One line without its CRLF; secrets replaced by `<secret>` unless the user asked for them. */
  readonly text: string;
  /** Whether the line travelled inside TLS. */
  readonly tls: boolean;
}

/** All that one SMTP session said, in its order. */
export interface Transcript {
  /** Which session it is, such as `outside → 587`. */
  readonly title: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly entries: readonly TranscriptEntry[];
}
