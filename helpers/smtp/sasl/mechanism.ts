/** The client's side of one SASL exchange (RFC 4422). It has a life: each serves one exchange only. */
export interface SaslMechanism {
  /** As in EHLO, such as `CRAM-MD5`. */
  readonly name: string;
  /** What the client says first, empty or not; undefined where the server begins. */
  readonly initialResponse: Buffer | undefined;
  /** What nobody may read in a transcript, such as the password, where a server quotes it. */
  readonly secrets?: readonly string[];
  /** The response to a challenge. Throws `UnanswerableChallenge` where there is none: the exchange is to be cancelled. */
  respond(challenge: Buffer): Buffer;
  /**
   * Of a mechanism in which the server proves that it knows the password too: whether it has. One that lets users in without is
   * not to be believed (RFC 5802 section 9).
   */
  serverIsProven?(): boolean;
}

/** That a challenge makes no sense, or proves that the server does not know the password either. */
export class UnanswerableChallenge extends Error {
  override name = 'UnanswerableChallenge';
}
