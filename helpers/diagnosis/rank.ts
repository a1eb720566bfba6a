import type { Confidence, Finding, Harmless } from '../model/diagnosis';
import type { FailureMode, LogSign } from '../model/failure-mode';
import { complains, isFatal } from './complaints';
import { evidenceOf, extentOf } from './evidence';
import type { FactJudgement } from './judge-facts';
import type { Tally } from './tally';
import { unclaimed } from './unclaimed';

/** What is to be known of a log besides what its lines claim. */
export interface LogTraits {
  /** A daemon ends, and nothing known says why. */
  readonly endIsUnexplained: boolean;
  /** It is no more than what people pick to show it to others. */
  readonly isShort: boolean;
}

/** A mode that the configuration doesn't contradict. */
export interface Suspect {
  readonly mode: FailureMode;
  readonly facts: FactJudgement;
}

/**
 * The modes that were seen, ranked by how certain they are. Where a daemon ends and nothing known says why, a fault of which no
 * daemon's last words tell may be what came of that, and is no more than likely.
 */
export function rank(
  suspects: readonly Suspect[],
  tally: Tally,
  { endIsUnexplained, isShort }: LogTraits,
): readonly Finding[] {
  const idsOf = (choose: (suspect: Suspect) => boolean) => new Set(suspects.filter(choose).map(({ mode }) => mode.id));
  const others: Others = {
    certain: idsOf((suspect) => isCertain(suspect, tally)),
    unnamed: idsOf(({ mode }) => lacks(mode, tally, 'names')),
    incomplete: idsOf(({ mode }) => incomplete(mode, tally)),
  };
  const faults = suspects.filter(({ mode }) => mode.kind !== 'noise');
  const seen = faults.flatMap((suspect) => find(suspect, tally, others) ?? []);
  const told = seen.filter((finding) => !isOutdone(finding, seen, tally));
  const untold = faults.filter(({ mode }) => !told.some((finding) => finding.mode === mode));
  const toldByLog = told.filter(({ lines }) => lines > 0);
  const faultIsTold = toldByLog.some(({ mode, confidence }) => mode.kind !== 'client' && confidence !== 'possible');
  const nothingIsTold =
    told.length === 0 && !suspects.some(({ mode }) => mode.kind === 'noise' && tally.lines(mode) > 0);
  const isLone = ({ specimen, alone }: LogSign) =>
    complains(specimen) || (nothingIsTold && (breaksOff(specimen) || (isShort && alone === true)));
  const isLastWord = ({ specimen }: LogSign) => isFatal(specimen);
  // Where a daemon's last words are not known, what goes with many ends says nothing.
  const alone = endIsUnexplained ? [] : unclaimed(untold, toldByLog, tally, faultIsTold ? isLastWord : isLone);
  const found = [...told, ...alone];
  const toldFirst = found.filter(
    ({ mode, confidence, lines }) => !mode.follows && confidence !== 'possible' && lines > 0,
  );
  const faultInLog = toldFirst.some(({ mode, confidence }) => mode.kind !== 'client' && confidence === 'certain');
  return found
    .map((finding) =>
      (faultInLog && mayFollow(finding, tally)) || (toldFirst.length > 0 && finding.mode.follows)
        ? { ...finding, confidence: 'possible' as const }
        : finding,
    )
    .map((finding) =>
      endIsUnexplained && mayComeOfAnEnd(finding) ? { ...finding, confidence: 'likely' as const } : finding,
    )
    .sort(
      (a, b) =>
        order(a, toldFirst.length > 0) - order(b, toldFirst.length > 0) ||
        bySettings(a, b) ||
        b.lines - a.lines ||
        byFrequency(a, b),
    );
}

/** It has lines of this strength, and none of them came. */
function lacks(mode: FailureMode, tally: Tally, strength: LogSign['strength']): boolean {
  const isWanted = (sign: LogSign) => sign.strength === strength;
  return ownLines(mode).some(isWanted) && !mode.symptoms.log.some((sign) => isWanted(sign) && tally.has(mode, sign));
}

/** One of the lines that it writes did not come. */
function incomplete(mode: FailureMode, tally: Tally): boolean {
  return ownLines(mode).some((sign) => sign.strength !== 'accompanies' && !tally.has(mode, sign));
}

/** Without those that another program writes for it, which are not missed, unless it has no others. */
function ownLines({ symptoms }: FailureMode): readonly LogSign[] {
  const own = symptoms.log.filter(({ alternative }) => !alternative);
  return own.length > 0 ? own : symptoms.log;
}

/** It lacks one of its lines, and those that came are explained by what is at least likely. */
function isOutdone({ mode, confidence }: Finding, seen: readonly Finding[], tally: Tally): boolean {
  if (confidence !== 'possible' || !incomplete(mode, tally)) return false;
  const likely = new Set(seen.flatMap((one) => (one.confidence === 'possible' ? [] : one.mode.id)));
  const groups = tally.candidates().filter(({ ids }) => ids.includes(mode.id));
  return groups.every(({ ids }) => ids.some((id) => likely.has(id)));
}

/** A client's mistake that no line names by itself may be what a fault made of it: who can't log in may not relay. */
function mayFollow({ mode }: Finding, tally: Tally): boolean {
  return mode.follows === true || (mode.kind === 'client' && tally.of(mode, 'names').length === 0);
}

/** Of a handshake that failed Postfix tells by these lines alone where smtpd_tls_loglevel is 0. */
function breaksOff(message: string): boolean {
  return /(?:^|: )(?:SSL_(?:accept|connect) error|lost connection after STARTTLS) /.test(message);
}

function mayComeOfAnEnd({ mode, confidence, lines, evidence }: Finding): boolean {
  return confidence === 'certain' && mode.kind === 'fault' && lines > 0 && !evidence.some(({ text }) => isFatal(text));
}

/** The modes of kind `noise` that were seen. */
export function findHarmless(suspects: readonly Suspect[], tally: Tally): readonly Harmless[] {
  return suspects.flatMap(({ mode }) => {
    const named = mode.kind === 'noise' ? tally.of(mode, 'names') : [];
    return named.length === 0 ? [] : [{ mode, lines: tally.lines(mode), evidence: evidenceOf(named) }];
  });
}

function isCertain({ mode, facts }: Suspect, tally: Tally): boolean {
  if (tally.of(mode, 'names').length > 0 || facts.shown) return true;
  return facts.open.length === 0 && facts.held.length > 0 && tally.of(mode, 'suggests').length > 0;
}

/** What is known of all modes: which are certain, would have named themselves and did not, lack one of their lines. */
interface Others {
  readonly certain: ReadonlySet<string>;
  readonly unnamed: ReadonlySet<string>;
  readonly incomplete: ReadonlySet<string>;
}

function find({ mode, facts }: Suspect, tally: Tally, { certain, ...lacking }: Others): Finding | undefined {
  const telling = tally.of(mode, 'names', 'suggests');
  const made = (confidence: Confidence, others: ReadonlySet<string>): Finding => ({
    mode,
    confidence,
    lines: tally.lines(mode),
    ...extentOf(telling),
    evidence: evidenceOf([...telling, ...tally.of(mode, 'accompanies')]),
    facts: facts.held,
    rivals: [...others],
    undecided: confidence === 'certain' ? [] : facts.open,
  });
  if (certain.has(mode.id)) return made('certain', new Set());
  if (telling.length === 0) return facts.suggested ? made('possible', new Set()) : undefined;
  // Who lacks a line is no rival, unless it is certain all the same; but one that lacks such a line itself has nothing over the others that do.
  const outdone = [lacking.unnamed, lacking.incomplete].filter((ids) => !ids.has(mode.id));
  const groups = tally
    .candidates()
    .filter(({ ids }) => ids.includes(mode.id))
    .map(({ ids }) => ids.filter((id) => certain.has(id) || !outdone.some((lack) => lack.has(id))));
  const rivals = new Set(groups.flat().filter((id) => id !== mode.id));
  if (groups.some((ids) => ids.length === 1)) return made('likely', new Set());
  // All its lines come from what is certain, and nothing that one could look up speaks for it.
  const explained = groups.every((ids) => ids.some((id) => certain.has(id)));
  if (explained && facts.open.length === 0) return undefined;
  return othersExplain(mode, tally, certain) ? undefined : made('possible', rivals);
}

/**
 * Each of its lines has a line beside it by which a certain mode names itself as its reason: for the one login that failed
 * saslauthd has said itself, once, why.
 */
function othersExplain({ id }: FailureMode, tally: Tally, certain: ReadonlySet<string>): boolean {
  return tally
    .candidates()
    .filter(({ ids }) => ids.includes(id))
    .every(({ ids, count }) => ids.some((other) => certain.has(other) && tally.namingLines(other) >= count));
}

/** Between what is likely and what is possible. */
const behindLikely = 3.5;

/** What the log tells of comes before what the configuration shows beside it, of which nobody has asked. */
function order({ confidence, mode, lines }: Finding, isTold: boolean): number {
  if (isTold && lines === 0) return behindLikely;
  // A mistake of a client that is met more often than any fault is named with the faults.
  const later = mode.kind === 'client' && !mode.common;
  return ['certain', 'likely', 'possible'].indexOf(confidence) * 2 + (later ? 1 : 0);
}

/** Of what is possible, first what a setting speaks for that somebody has made. */
function bySettings(a: Finding, b: Finding): number {
  const isSet = ({ confidence, facts }: Finding) =>
    Number(confidence === 'possible' && facts.some(({ places }) => places.length > 0));
  return isSet(b) - isSet(a);
}

function byFrequency(a: Finding, b: Finding): number {
  return Number(b.mode.common ?? false) - Number(a.mode.common ?? false);
}
