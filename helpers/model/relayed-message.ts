/** A message as it reached the sink: what the target really relayed. */
export interface RelayedMessage {
  /** ISO 8601. */
  readonly receivedAt: string;
  /** The name that the target gave in EHLO or HELO. */
  readonly clientName: string;
  /** The port that the target thought it was talking to. */
  readonly port: number;
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  /** In their order, unfolded; names as they were written; one character a byte (latin1), as in the body. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** All after the empty line, CRLF line ends, dot-unstuffed: `Buffer.from(body, 'latin1')` is what came. */
  readonly body: string;
  /** The protocol and cipher where the target used STARTTLS or TLS, else undefined. */
  readonly tls: string | undefined;
  /** As whom the target had logged in, where the sink plays a smarthost. */
  readonly user?: string | undefined;
}
