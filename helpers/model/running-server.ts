/** Somebody's server that runs already: it is asked from outside, and not changed. */
export interface RunningServer {
  readonly host: string;
  /** Those that are asked. */
  readonly ports: readonly number[];
  /** How long it may take until it answers; 0 unless said: it runs. */
  readonly readyTimeoutMs?: number;
  readonly user: { readonly name: string; readonly password: string } | undefined;
  /** The domain from which the mail of the checks comes. */
  readonly fromDomain: string;
  /** A domain that the server is not responsible for. */
  readonly toDomain: string;
  /** Whether messages may be sent; else a transaction ends after RCPT. */
  readonly send: boolean;
}

/** Whether the address is one of this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
