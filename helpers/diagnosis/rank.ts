import type { FailureMode, LogSign } from '../model/failure-mode';
import { complains } from './complaints';
import type { Confidence, Finding, FoundLine, Harmless } from './diagnosis';
import type { FactJudgement } from './judge-facts';
import type { SignTally, Tally } from './tally';

/** A mode that the configuration doesn't contradict. */
export interface Suspect {
  readonly mode: FailureMode;
  readonly facts: FactJudgement;
}

/** The modes that were seen, ranked by how certain they are. */
export function rank(suspects: readonly Suspect[], tally: Tally): readonly Finding[] {
  const idsOf = (choose: (suspect: Suspect) => boolean) => new Set(suspects.filter(choose).map(({ mode }) => mode.id));
  const others: Others = {
    certain: idsOf((suspect) => isCertain(suspect, tally)),
    unnamed: idsOf(({ mode }) => lacks(mode, tally, 'names')),
    incomplete: idsOf(({ mode }) => incomplete(mode, tally)),
  };
  const faults = suspects.filter(({ mode }) => mode.kind !== 'noise');
  const told = faults.flatMap((suspect) => find(suspect, tally, others) ?? []);
  const found = told.some(({ lines }) => lines > 0) ? told : [...told, ...unclaimed(faults, tally)];
  const faultInLog = found.some(({ mode, confidence, lines }) => {
    return mode.kind !== 'client' && confidence === 'certain' && lines > 0;
  });
  return found
    .map((finding) =>
      faultInLog && mayFollow(finding, tally) ? { ...finding, confidence: 'possible' as const } : finding,
    )
    .sort((a, b) => order(a) - order(b) || b.lines - a.lines);
}

/** It has lines of this strength, and none of them came. */
function lacks(mode: FailureMode, tally: Tally, strength: LogSign['strength']): boolean {
  return mode.symptoms.log.some((sign) => sign.strength === strength) && tally.of(mode, strength).length === 0;
}

/** One of the lines that it writes did not come. */
function incomplete(mode: FailureMode, tally: Tally): boolean {
  const telling = mode.symptoms.log.filter(({ strength }) => strength !== 'accompanies');
  return tally.of(mode, 'names', 'suggests').length < telling.length;
}

/**
 * What a log may come from that tells nothing, but for complaints that accompany several modes: of a lone
 * `fatal: no SASL authentication mechanisms` the line before it, which tells, may have been left out.
 */
function unclaimed(suspects: readonly Suspect[], tally: Tally): readonly Finding[] {
  const alone = suspects.flatMap(({ mode, facts }) => {
    const lines = tally.of(mode, 'accompanies').filter(({ sign }) => complains(sign.specimen));
    return lines.length === 0 ? [] : [{ mode, facts, lines }];
  });
  return alone.map(({ mode, facts, lines }) => ({
    mode,
    confidence: 'possible',
    lines: lines.reduce((sum, { count }) => sum + count, 0),
    first: lines.map(({ first }) => first).sort(byPlace)[0],
    last: lines
      .map(({ last }) => last)
      .sort(byPlace)
      .at(-1),
    evidence: evidenceOf(lines),
    facts: facts.held,
    rivals: alone.map((other) => other.mode.id).filter((id) => id !== mode.id),
    undecided: facts.open,
  }));
}

/** A client's mistake that no line names by itself may be what a fault made of it: who can't log in may not relay. */
function mayFollow({ mode }: Finding, tally: Tally): boolean {
  return mode.kind === 'client' && tally.of(mode, 'names').length === 0;
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
  // Who lacks a line is no rival; but one that lacks such a line itself has nothing over the others that do.
  const outdone = [lacking.unnamed, lacking.incomplete].filter((ids) => !ids.has(mode.id));
  const groups = tally
    .candidates()
    .filter(({ ids }) => ids.includes(mode.id))
    .map(({ ids }) => ids.filter((id) => !outdone.some((lack) => lack.has(id))));
  const rivals = new Set(groups.flat().filter((id) => id !== mode.id));
  const made = (confidence: Confidence, others: ReadonlySet<string>): Finding => ({
    mode,
    confidence,
    lines: tally.lines(mode),
    first: telling.map(({ first }) => first).sort(byPlace)[0],
    last: telling
      .map(({ last }) => last)
      .sort(byPlace)
      .at(-1),
    evidence: evidenceOf([...telling, ...tally.of(mode, 'accompanies')]),
    facts: facts.held,
    rivals: [...others],
    undecided: confidence === 'certain' ? [] : facts.open,
  });
  if (certain.has(mode.id)) return made('certain', new Set());
  if (telling.length === 0) return facts.suggested ? made('possible', new Set()) : undefined;
  if (groups.some((ids) => ids.length === 1)) return made('likely', new Set());
  // All its lines come from what is certain, and neither all of its own nor what one could look up speaks for it.
  const explained = groups.every((ids) => ids.some((id) => certain.has(id)));
  const unlikely = facts.open.length === 0 || lacking.incomplete.has(mode.id);
  return explained && unlikely ? undefined : made('possible', rivals);
}

function order({ confidence, mode }: Finding): number {
  return ['certain', 'likely', 'possible'].indexOf(confidence) * 2 + (mode.kind === 'client' ? 1 : 0);
}

/** In the order of the log; of two logs, as they come. */
function byPlace(a: FoundLine, b: FoundLine): number {
  return a.file === b.file ? a.line - b.line : 0;
}

/** The first line of every sign, then more of them; in the order of the log. */
function evidenceOf(tallies: readonly SignTally[]): readonly FoundLine[] {
  const lines = [0, 1, 2].flatMap((turn) => tallies.flatMap(({ sample }) => sample[turn] ?? []));
  const different = lines.filter(
    (line, index) => lines.findIndex((other) => other.file === line.file && other.line === line.line) === index,
  );
  return different.slice(0, mostEvidence).sort(byPlace);
}

const mostEvidence = 3;
