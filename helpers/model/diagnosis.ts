import type { FailureMode } from './failure-mode';

/** What was found, ranked: the source of every rendering of `diagnose`. */
export interface Diagnosis {
  /** The most certain first; within that, faults and exposures before the mistakes of clients. */
  readonly findings: readonly Finding[];
  /** Configuration that is wrong in itself, whatever the log says. */
  readonly notices: readonly ConfigNotice[];
  /** Known lines that mean nothing, so that nobody hunts them. */
  readonly harmless: readonly Harmless[];
  readonly unexplained: Unexplained;
  /** Where nothing is more than possible: the modes that lines may come from by their words alone, the likeliest first. That is no finding. */
  readonly similar: readonly Similar[];
  readonly read: ReadCount;
}

/** One failure mode that the log or the configuration shows. */
export interface Finding {
  readonly mode: FailureMode;
  readonly confidence: Confidence;
  /** How many log lines show it, and when they begin and end. */
  readonly lines: number;
  readonly first: FoundLine | undefined;
  readonly last: FoundLine | undefined;
  /** A few of its lines, those that accompany it included. */
  readonly evidence: readonly FoundLine[];
  /** The facts that hold. */
  readonly facts: readonly FoundFact[];
  /** Ids of the modes that the same lines may come from. */
  readonly rivals: readonly string[];
  /** What would tell it from its rivals. */
  readonly undecided: readonly OpenQuestion[];
}

/**
 * - `certain`: a line that only this mode writes, or lines that suggest it and all facts true, or the facts alone.
 * - `likely`: lines that suggest it, and nothing else known that writes them.
 * - `possible`: other modes write the same lines, and the facts at hand don't decide; or nothing known writes the line, but a known one
 *   is nearly the same, or its form tells something: it is then among the unexplained lines, too.
 */
export type Confidence = 'certain' | 'likely' | 'possible';

/** A line of a log or of the configuration, with its place. Secrets in it are masked. */
export interface FoundLine {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** As the log writes it; undefined where the line has none. */
  readonly time?: string | undefined;
}

/** A fact that holds, and the settings that it was read from. */
export interface FoundFact {
  readonly words: string;
  readonly places: readonly FoundLine[];
}

/** A fact that nobody has looked up. */
export interface OpenQuestion {
  readonly words: string;
  readonly look: string;
}

/** Lines of a mode of kind `noise`. */
export interface Harmless {
  readonly mode: FailureMode;
  readonly lines: number;
  readonly evidence: readonly FoundLine[];
}

/** Lines by which a program complains and that no mode explains. */
export interface Unexplained {
  readonly lines: number;
  /** The most frequent, with what varies replaced by `…`. */
  readonly shapes: readonly Shape[];
}

/** A line that nothing known explains, and the modes that it may come from by its words, the likeliest first. */
export interface Similar {
  readonly line: FoundLine;
  readonly modes: readonly FailureMode[];
}

/** Lines that differ only in numbers, names and addresses. */
export interface Shape {
  readonly shape: string;
  readonly count: number;
  readonly first: FoundLine;
}

/** How much log was read. */
export interface ReadCount {
  readonly lines: number;
  readonly bytes: number;
  /** Lines too long to be read whole. */
  readonly cutLines: number;
  readonly sources: readonly SourceCount[];
  /** What it is the log of; undefined where nobody looked. */
  readonly survey?: Survey;
}

/** What a log is the log of, by the lines that were looked at: all of a short one, some of every part of a long one. */
export interface Survey {
  readonly looked: number;
  /** How the lines are written, such as `syslog` or `JSON`; the most frequent first. */
  readonly forms: readonly string[];
  /** The programs that wrote them, the most frequent first. */
  readonly programs: readonly { readonly name: string; readonly lines: number }[];
  /** The mail servers among them, such as `Postfix`. */
  readonly servers: readonly string[];
  /** Whether lines of a server are among them whose failures are known: else nothing that is found means nothing. */
  readonly known: boolean;
}

/** How much of one log was read. */
export interface SourceCount {
  readonly name: string;
  readonly lines: number;
  /** Lines that a mode explains or that complain: none in a file that is no log at all. */
  readonly telling: number;
}

/** A file, directory or container that was given, and what became of it. */
export interface InputReport {
  readonly name: string;
  /** What its content showed it to be. */
  readonly kind: string;
  /** Why it, or the rest of it, was not read. */
  readonly problem?: string | undefined;
  /** Whether anything of it was read. */
  readonly read: boolean;
}

/** All that the renderings of `diagnose` are made from. */
export interface DiagnosisReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly inputs: readonly InputReport[];
  readonly diagnosis: Diagnosis;
}

/**
 * A remark on a configuration file. `mistake`: Postfix or SASL refuses it, or reads it otherwise than it looks;
 * `remark`: it works, for now.
 */
export interface ConfigNotice {
  readonly kind: 'syntax' | 'unknown' | 'obsolete' | 'too-new' | 'duplicate' | 'unused' | 'missing';
  readonly severity: 'mistake' | 'remark';
  readonly words: string;
  readonly advice: string;
  readonly place: FoundLine;
}
