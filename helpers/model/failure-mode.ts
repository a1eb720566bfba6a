import type { Zone } from './zone';

/**
 * A known way to be broken, as data: it serves `diagnose`, `reproduce`, its own proof and its page.
 * - `fault`: the server does not do what it should.
 * - `exposure`: it does what it should not, such as relaying for strangers; nobody complains.
 * - `client`: the server is right, the client's side is wrong.
 * - `noise`: harmless, and known so that it is never blamed.
 */
export interface FailureMode {
  /** `<family>/<name>`, stable: results, pages and `reproduce` refer to it. */
  readonly id: string;
  readonly kind: 'fault' | 'exposure' | 'client' | 'noise';
  /** Met more often than the others that write the same lines: named before them where nothing else decides. */
  readonly common?: true;
  /** Its lines are also written beside another failure, from which they follow: where one is certain, it is no more than possible. */
  readonly follows?: true;
  /** A fact in the present tense, true of the broken server. */
  readonly title: string;
  /** Why it happens, for an administrator: two to five sentences. */
  readonly cause: string;
  readonly symptoms: Symptoms;
  readonly repair: Repair;
  /** How to have it in a container; undefined where it can't be had in ours, and `unreproduced` says why. */
  readonly reproduction?: Reproduction;
  readonly unreproduced?: string;
  /** The Postfix versions that can have it, such as `{ from: '3.6' }`; empty: all. */
  readonly versions: VersionRange;
  /** Ids of the checks of `verify` that fail on such a server; empty where the checks can't see it, as with client mistakes. */
  readonly noticedBy: readonly string[];
  /** Addresses of reports, RFC sections, Postfix manual pages. */
  readonly references: readonly string[];
}

/** From this version on, and before that one; either may be open. */
export interface VersionRange {
  readonly from?: string;
  readonly before?: string;
}

/** What shows it. */
export interface Symptoms {
  readonly log: readonly LogSign[];
  /** What must be true of the configuration; tells apart modes that share a log line, or shows one that logs nothing. */
  readonly facts: readonly FactSign[];
  /** What SMTP clients see, in words, with the reply as it is written. */
  readonly client: string;
}

/** A log line that belongs to it. */
export interface LogSign {
  /** Matched against the message of a line: behind program, pid and colon, with `warning: ` or `fatal: `. */
  readonly pattern: RegExp;
  /** A real line, from the program name on, such as `postfix/smtpd[279]: fatal: no SASL authentication mechanisms`. */
  readonly specimen: string;
  /**
   * `names`: nothing else known writes it. `suggests`: others do too; facts or the other signs decide.
   * `accompanies`: also written, but tells nothing by itself: shown as evidence, never a reason to name this mode.
   */
  readonly strength: 'names' | 'suggests' | 'accompanies';
  /** Which program writes it, where the message alone could be another's: matched against the program name. */
  readonly program?: RegExp;
  /**
   * What must hold besides of what the pattern has found, such as that a recipient's domain is the server's own; a line
   * for which it does not hold is none of this mode's. What the facts don't tell speaks for it.
   */
  readonly applies?: (match: RegExpExecArray, facts: ServerFacts) => boolean;
  /** What must be known to hold for the line to count at all, since every server writes it now and then. */
  readonly onlyIf?: FactSign;
  /** Another form of it, by another version or program, or in a client's log: where the mode is reproduced it need not be seen. */
  readonly alternative?: true;
  /** What only accompanies tells after all in a few lines that somebody has picked, where nothing else in them tells anything. */
  readonly alone?: true;
}

/** A fact of the configuration or of the machine that an administrator can look up. */
export interface FactSign {
  /** The fact in words, true of the broken server: `smtpd_sasl_type is dovecot`. */
  readonly words: string;
  /** The command that shows it: `postconf -h smtpd_sasl_type`. */
  readonly look: string;
  /** true or false where the given facts tell; undefined where they don't. */
  readonly holds: (facts: ServerFacts) => boolean | undefined;
  /**
   * What this fact alone does, without any log line: it shows the mode, which finds trouble in a healthy-looking configuration,
   * or it suggests the mode only, since it may as well be meant. Undefined: it needs log lines beside it.
   */
  readonly alone?: 'shows' | 'suggests';
}

/** What is known of a server's configuration; undefined: nobody looked. All names as Postfix has them. */
export interface ServerFacts {
  /** Parameters as set in main.cf or printed by `postconf -n`, unexpanded, with where each is set. */
  readonly mainCf: ReadonlyMap<string, Setting> | undefined;
  /** What a later line of the same main.cf sets again, and so has no effect. */
  readonly overridden?: readonly (readonly [name: string, setting: Setting])[];
  readonly masterCf: readonly MasterService[] | undefined;
  /** The options of smtpd.conf; an empty map where the file is empty or absent. */
  readonly smtpdConf: ReadonlyMap<string, Setting> | undefined;
  /** The sockets in Postfix’s queue that Dovecot’s configuration makes; undefined: not looked, or not at all of it. */
  readonly dovecotSockets?: readonly string[] | undefined;
  readonly postfixVersion: string | undefined;
  /** `user@realm` of sasldblistusers2; undefined: not looked. */
  readonly sasldbUsers: readonly string[] | undefined;
  /** Path → mode and owner of files worth knowing, `absent` where there is none; a path not in it was not looked at. */
  readonly files: ReadonlyMap<string, FileFact>;
  /** Names of running processes, such as `saslauthd`; undefined: not looked. */
  readonly processes: readonly string[] | undefined;
  /** The value of $myhostname as the server expands it. */
  readonly hostname: string | undefined;
  /** By /etc/os-release; undefined: not looked, or another one. */
  readonly system?: 'debian' | 'enterprise linux' | 'alpine' | undefined;
}

/** A value with its place. */
export interface Setting {
  readonly value: string;
  readonly file: string;
  readonly line: number;
}

/** One service of master.cf with its `-o` overrides. */
export interface MasterService {
  readonly name: string;
  readonly type: string;
  readonly chroot: string;
  readonly command: string;
  readonly options: ReadonlyMap<string, string>;
  /** Words behind the command that are neither options nor flags: what a space in an option leaves. */
  readonly strays: readonly string[];
  readonly file: string;
  readonly line: number;
}

/** What `stat -c '%F %a %U %G'` says, or that nothing is there. */
export type FileFact =
  | {
      readonly kind: 'file' | 'directory' | 'socket' | 'other';
      /** Octal, such as `640`. */
      readonly mode: string;
      readonly owner: string;
      readonly group: string;
      readonly size: number;
    }
  | { readonly kind: 'absent' };

/** What mends it. */
export interface Repair {
  readonly words: string;
  /** As the administrator types it, a command a line; what differs from place to place is in words above. */
  readonly commands: readonly string[];
}

/** How to break a reference server so, how to make it show, and how to mend it. */
export interface Reproduction {
  /** Shell commands as root on the reference server, before a restart. Empty where only the client is wrong. */
  readonly inject: string;
  /** What clients then do to make it show; most often one mail by a user who logs in. */
  readonly provoke: readonly ClientStep[];
  /** Shell commands as root that mend it, before a restart: what `repair` says, on our server. */
  readonly repair: string;
  /** What DNS answers while it is broken, besides the usual and instead of it where the suffix is the same. */
  readonly zones?: readonly Zone[];
  /** Which image: `howto`, the reference server; `dovecot`, with Dovecot as its SASL server, already working. */
  readonly image?: 'howto' | 'dovecot';
  /** A path that has to be there for it, which not every version's image has. */
  readonly needs?: string;
  /** How the mail services take it: restarted (default), or as they are, where it shows at once. */
  readonly restart?: boolean;
  /** Whether log lines alone tell it from all others, or only with the facts of the configuration. */
  readonly toldBy: 'log' | 'log and facts' | 'facts';
}

/** One thing that a client does. Each is a session of its own; what the server answers is recorded and not judged. */
export type ClientStep =
  | {
      readonly kind: 'mail';
      readonly vantage?: 'inside' | 'outside' | 'listed' | 'nameless';
      readonly port?: 25 | 587 | 465;
      readonly tls?: 'plain' | 'starttls' | 'implicit-tls';
      /** How the client logs in first; undefined: not at all. */
      readonly login?: Login;
      /** Envelope sender; default one of the sender domain. */
      readonly from?: string;
      /** Envelope recipient; default one of the foreign domain; `local` for the server's own user. */
      readonly to?: string;
    }
  | {
      /** Sends these lines as they are, each after the answer to the one before. */
      readonly kind: 'lines';
      readonly vantage?: 'inside' | 'outside' | 'listed' | 'nameless';
      readonly port?: 25 | 587 | 465;
      readonly tls?: 'plain' | 'starttls' | 'implicit-tls';
      readonly lines: readonly string[];
      /** Whether EHLO is said first; default true. */
      readonly ehlo?: boolean;
      /** How often the whole session is repeated; default once. */
      readonly times?: number;
    }
  /** Shell commands on the server, such as handing a mail to sendmail. */
  | { readonly kind: 'run'; readonly script: string };

/** How a client logs in. */
export interface Login {
  readonly mechanism: string;
  /** Default: the reference server's user. */
  readonly user?: string;
  /** `right`: that of the reference user; else this text. */
  readonly password: 'right' | { readonly text: string };
}
