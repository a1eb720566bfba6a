import type { Security } from '../model/vantage';

/** Where a session goes and who it says it is. */
export interface SessionOptions {
  readonly host: string;
  readonly port: number;
  /** What the transcript is called, such as `outside → 587`. */
  readonly title: string;
  readonly security: Security;
  /** What it calls itself in EHLO. */
  readonly clientName: string;
  /**
   * False leaves EHLO to the caller, for whom the greeting is the subject or who says HELO. STARTTLS has one before it all
   * the same: without EHLO no client may know of it (RFC 3207 section 4).
   */
  readonly ehlo?: boolean | undefined;
  /** Whether HELO is said where EHLO is not known, as clients do (RFC 5321 section 3.2); such a server has no extensions. */
  readonly heloInstead?: boolean | undefined;
  /** The limit for each answer, 10 s by default. */
  readonly timeoutMs?: number | undefined;
  /** Shown to a server that asks for one within TLS. */
  readonly tls?: ClientCertificate | undefined;
  /** Whose certificates are taken: by default anybody's. */
  readonly trust?: Trust | 'anybody' | undefined;
  readonly showSecrets?: boolean | undefined;
  /** Ends the connection, whatever is waited for. */
  readonly signal?: AbortSignal | undefined;
}

/** The authority that a server's certificate has to come from, in PEM, and the name that it has to be for. */
export interface Trust {
  readonly root: string;
  readonly name: string;
}

/** A client's certificate, with its chain if it has one, and the key to it; in PEM. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
}

/** A message for somebody, the addresses without their angle brackets. */
export interface MailToSend {
  readonly from: string;
  readonly to: readonly string[];
  /** Text is sent as UTF-8, bytes as they are. */
  readonly message: string | Buffer;
}

/** Long enough for a busy machine: a healthy server answers in milliseconds. */
export const defaultTimeoutMs = 10_000;

/** A server that has not said goodbye by then is left without one. */
export const farewellMs = 500;
