import type { ComposeProject } from './compose-project';
import type { ServicePort } from './vantage';

/** What is known of somebody's mail image: how to start it, who can log in, and what it is meant to do. */
export interface Profile {
  readonly name: string;
  readonly source: ImageSource;
  readonly hostname: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly files: readonly ProfileFile[];
  /** Instead of the image's own command. */
  readonly command: readonly string[] | undefined;
  /** The compose file of which it is a service; undefined where it stands alone. */
  readonly project?: ComposeProject | undefined;
  /** Shell commands to run as root in the container. */
  readonly createUser: readonly string[];
  /** When to run them: as soon as the container runs, and again those that fail then; or once the server serves. */
  readonly createUserWhen: 'started' | 'serving';
  readonly user:
    | {
        readonly name: string;
        readonly password: string;
        /** For XOAUTH2 and OAUTHBEARER. */
        readonly accessToken?: string | undefined;
      }
    | undefined;
  /** At whose password is guessed, which may lock them out; the same user where there is no other. */
  readonly secondUser?: { readonly name: string; readonly password: string } | undefined;
  /** Empty where they are to be found. */
  readonly ports: readonly ServicePort[];
  /** Where to look for them then. */
  readonly candidates: readonly ServicePort[];
  /** Where it has its certificate; undefined where that is its own affair. */
  readonly tls: CertificateFiles | undefined;
  /** A file in the container, besides its standard output; undefined where the usual places are looked at. */
  readonly logFile: string | undefined;
  readonly readyTimeoutMs: number;
  readonly localDomains: readonly string[];
  readonly relayDomains: readonly string[];
  /** An address that the server delivers itself. */
  readonly localRecipient: string | undefined;
  readonly offers: Offers;
  readonly accept: readonly Deviation[];
}

/** Where the image comes from. */
export type ImageSource =
  | { readonly kind: 'image'; readonly image: string }
  | {
      readonly kind: 'build';
      /** A folder, absolute. */
      readonly context: string;
      readonly dockerfile: string;
      readonly args: Readonly<Record<string, string>>;
      /** The stage of it that is wanted; the last one unless said. */
      readonly target?: string | undefined;
    };

/** A file that is put into the container before it starts. */
export interface ProfileFile {
  readonly path: string;
  readonly content: string;
  /** Permission bits, such as 0o644. */
  readonly mode: number;
}

/** Where a server looks for what the lab's authority issues to it before it starts. */
export interface CertificateFiles {
  /** The certificate with its chain; and the key too, where that is said to be in the same file. */
  readonly certificate: string;
  readonly key: string;
  /** Permission bits, such as 0o600. */
  readonly keyMode: number;
  /** The root of the certificates that clients log in by. */
  readonly authority?: string | undefined;
}

/** What a server is meant to offer; what is undefined is found out instead. */
export interface Offers {
  /** Whether AUTH is there before TLS. */
  readonly authBeforeTls: boolean | undefined;
  readonly mechanisms: readonly string[] | undefined;
  /** Addresses of clients that relay without a login; empty: nobody does. Undefined: nobody knows. */
  readonly trusted: readonly string[] | undefined;
  readonly smarthost: Smarthost | undefined;
}

/** Through whom an image relays, and as whom it logs in there. */
export interface Smarthost {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Whether its certificate is of the lab's authority, and the image made to trust that. */
  readonly trusted?: boolean | undefined;
}

/** A check that this image is known to fail, and why that is meant. */
export interface Deviation {
  readonly check: string;
  readonly reason: string;
}
