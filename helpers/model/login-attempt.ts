/** A login that the target tried at its smarthost. Never the password, and nothing from which it follows. */
export interface LoginAttempt {
  /** ISO 8601. */
  readonly at: string;
  /** The port that the target thought it was talking to. */
  readonly port: number;
  /** As the AUTH command named it, in capitals. */
  readonly mechanism: string;
  /** Undefined where the attempt did not come so far. */
  readonly user: string | undefined;
  /** The protocol and cipher; undefined where AUTH was given in the clear. */
  readonly tls: string | undefined;
  readonly accepted: boolean;
}
