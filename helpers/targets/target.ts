import type { SaslType } from '../../containers/docker/reference-descriptions';
import type { ReplyClass } from '../model/answer';
import type { Leak } from '../model/leak';
import type { TargetSummary } from '../model/result';
import type { Security, ServicePort, Vantage, VantagePoint } from '../model/vantage';
import type { Zone } from '../model/zone';
import type { Credentials } from '../smtp/sasl/mechanism-for';
import type { CertificateAuthority } from '../world/certificate-authority';
import type { DnsServer } from '../world/dns-server';
import type { Sink } from '../world/sink';
import type { RefusedMechanism } from './try-logins';

/** A server that runs in a lab, with what the world around it saw. */
export interface Target extends AsyncDisposable {
  readonly facts: TargetFacts;
  readonly sink: Sink;
  readonly dns: DnsServer;
  readonly log: TargetLog;
  /** The services that run beside it; undefined where there are none. */
  readonly otherServices?: readonly OtherService[] | undefined;
  /** Who has issued its certificate, and issues those of its users; undefined where nobody knows. */
  readonly authority?: Authority | undefined;
  /** The id of the server's container. */
  readonly containerId: string;
  /** The address of the server's own interface, as in an address literal `user@[192.0.2.1]`. */
  readonly address: string;
  /** Where to connect in order to reach the port from the vantage point. */
  clientAddress(vantage: Vantage, port: number): { readonly host: string; readonly port: number };
  /** What is being tested, with the versions read from the running server. */
  summary(): Promise<TargetSummary>;
  /** Runs shell commands as root where the server is; throws EEXEC when they fail. */
  run(script: string): Promise<string>;
  /** Stops and starts the mail services, as an administrator does; shell commands may come before that. */
  restart(before?: string): Promise<void>;
  /** The packets that wanted to leave the lab other than as mail or DNS, and were dropped. */
  leaks(): Promise<readonly Leak[]>;
  /** What has happened to its container, or to the world around it, so that nothing can be told of it; undefined if nothing has. */
  trouble(): Promise<string | undefined>;
  /**
   * Another one of the same kind, in a lab of its own, changed where the variant says how; shared with others who ask for it.
   * Dispose of it to give it back.
   */
  variant(variant: Variant): Promise<Target>;
}

/** As clients know it: by its root, and for certificates of their own. */
export type Authority = Pick<CertificateAuthority, 'root' | 'forUser' | 'forgedFor'>;

/** What makes a server, or the world around it, another than its kind. */
export interface Change {
  /** Shell commands to run as root before the mail services start. */
  readonly before?: string;
  /** Clients to play besides the usual ones. */
  readonly vantagePoints?: readonly VantagePoint[];
  /** What DNS answers besides the usual, and instead of it where the suffix is the same. */
  readonly zones?: readonly Zone[];
  /** The limit for the start of its mail services, 60 s by default. */
  readonly startupTimeoutMs?: number | undefined;
}

/** A changed server that several checks share. */
export interface Variant extends Change {
  readonly name: string;
}

/** What is known of a target beforehand: what a check may rely on and what it expects. */
export interface TargetFacts {
  readonly name: string;
  readonly hostname: string;
  readonly domain: string;
  readonly ports: readonly ServicePort[];
  /** Whose configuration it runs with: the how-to's, about which the checks ask in detail, or one of its own. */
  readonly configuration: 'howto' | 'own';
  /** A user that can log in, by the name that works as it is; where `logins` is empty, nobody is known who can. */
  readonly user: Credentials;
  /** Another user, at whose password is guessed: that one may be locked out then. Undefined where nobody else is known. */
  readonly guessed?: Credentials | undefined;
  /** Where users are meant to log in, and by which mechanisms. */
  readonly logins: readonly LoginOffer[];
  /** The mechanism that was seen to let the user in, the first to use where any will do. */
  readonly provenMechanism?: string | undefined;
  /** Those that are offered and did not, where another one did: an image may offer CRAM-MD5 without having any secrets. */
  readonly refusedMechanisms?: readonly RefusedMechanism[];
  /** Where no mechanism lets in the user that is known, what was tried and answered: then nobody can log in. */
  readonly loginRefused?: string | undefined;
  /** Where the user gets in and may not relay all the same, what was answered to that. */
  readonly userRefused?: string | undefined;
  /** Where the client that is said to be trusted may not relay, what was answered to it: then nobody is trusted. */
  readonly trustRefused?: string | undefined;
  /** An address that the server delivers itself. */
  readonly localRecipient: string;
  /** Domains whose mail the server delivers itself; empty where none is known. */
  readonly localDomains: readonly string[];
  /** Domains for which the server is a relay: their mail is taken from anybody, and passed on. */
  readonly relayDomains: readonly string[];
  /** Whether that is known, or only what RFC 5321 section 4.5.1 asks of every server: `postmaster`. */
  readonly knowsLocalRecipient: boolean;
  /** The ports on which STARTTLS is meant to be offered. */
  readonly starttls: readonly number[];
  /** Whether AUTH before TLS is meant to be; undefined where nobody said so. */
  readonly authBeforeTls: boolean | undefined;
  /** What its replies may be. */
  readonly replies: ExpectedReplies;
  /** Whether what happens to a message can be read in its log. */
  readonly log: 'postfix' | 'other';
  /**
   * How far a transaction is followed: until the message arrives; until the server took it, where it delivers who knows where;
   * with somebody's running server not even so far.
   */
  readonly furthest: 'arrival' | 'handed over' | 'recipient';
  readonly vantagePoints: readonly VantagePoint[];
  /** Addresses and networks whose clients relay without a login; undefined where nobody said so. */
  readonly trusted: readonly string[] | undefined;
  /** Those of its ports that it has on IPv6 too. */
  readonly ipv6Ports: readonly number[];
  /** A domain that the server is not responsible for; any local part and sub-domain exists there. */
  readonly foreignDomain: string;
  /** Domains of strangers, of the lab's DNS, that name the server as their second MX without being asked. */
  readonly domainsWithMxHere: readonly string[];
  /** The domain from which outside clients write. */
  readonly senderDomain: string;
  /** What the server's client restrictions do to each vantage point, whatever else it says or proves. */
  readonly refusedClients: Readonly<Partial<Record<Vantage, readonly ExpectedReply[]>>>;
  /** Whether it may be broken and repaired on purpose: only a container of ours may. */
  readonly mayBeBroken: boolean;
  /** Of a reference server, who checks its logins: smtpd_sasl_type. Undefined where nobody said so. */
  readonly saslType?: SaslType | undefined;
  /** The server that it hands all foreign mail to; undefined where it delivers by itself. */
  readonly smarthost?: Smarthost;
}

/** A server that takes mail for anywhere, from those who log in there. */
export interface Smarthost {
  readonly host: string;
  readonly port: number;
  /** What the target has to log in with. */
  readonly user: string;
  readonly password: string;
}

/** One way to log in. */
export interface LoginOffer {
  readonly port: number;
  readonly security: Security;
  /** In upper case. */
  readonly mechanisms: readonly string[];
}

/** The replies to what checks ask of every server: the very words of the how-to's one, or what the RFCs leave to a server. */
export interface ExpectedReplies {
  readonly mailTaken: readonly ExpectedReply[];
  readonly recipientTaken: readonly ExpectedReply[];
  readonly relayRefused: readonly ExpectedReply[];
  readonly loginAccepted: readonly ExpectedReply[];
  readonly loginRefused: readonly ExpectedReply[];
  /** To what no password can be (RFC 4616 section 2: a password has at least one character). */
  readonly emptyPasswordRefused: readonly ExpectedReply[];
  readonly authOutOfOrder: readonly ExpectedReply[];
  readonly tlsReady: readonly ExpectedReply[];
}

/**
 * A code with its enhanced status code, such as 454 and 4.7.1 (EHLO and the greeting have none), or with any; or every
 * code of a class.
 */
export type ExpectedReply =
  | { readonly code: number; readonly enhanced?: string | undefined; readonly class?: never }
  | { readonly class: ReplyClass; readonly code?: never; readonly enhanced?: never };

/** Another service of the same compose file. */
export interface OtherService {
  readonly service: string;
  readonly log: Pick<TargetLog, 'linesSince'>;
  /** Runs shell commands as root where it is; throws EEXEC when they fail. */
  run(script: string): Promise<string>;
}

/** The server's log as it grows. */
export interface TargetLog {
  /** Whether nothing can come any more: the server's container has ended. */
  readonly ended: boolean;
  /** A place in the log, for the two below. */
  readonly position: number;
  linesSince(position: number): readonly string[];
  /** The lines since a position once `enough` holds of them; undefined when time is up. */
  when(
    enough: (lines: readonly string[]) => boolean,
    options: { readonly since?: number; readonly timeoutMs: number },
  ): Promise<readonly string[] | undefined>;
}
