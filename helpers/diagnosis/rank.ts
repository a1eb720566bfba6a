import type { FailureMode } from '../model/failure-mode';
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
  const certain = new Set(suspects.filter((suspect) => isCertain(suspect, tally)).map(({ mode }) => mode.id));
  const unnamed = new Set(suspects.filter(({ mode }) => keptSilent(mode, tally)).map(({ mode }) => mode.id));
  const found = suspects
    .filter(({ mode }) => mode.kind !== 'noise')
    .flatMap((suspect) => find(suspect, tally, { certain, unnamed }) ?? []);
  const faultInLog = found.some(({ mode, confidence, lines }) => {
    return mode.kind !== 'client' && confidence === 'certain' && lines > 0;
  });
  return found
    .map((finding) =>
      faultInLog && mayFollow(finding, tally) ? { ...finding, confidence: 'possible' as const } : finding,
    )
    .sort((a, b) => order(a) - order(b) || b.lines - a.lines);
}

/** It has a line that names it, and that line did not come: it is no rival where others write the same lines. */
function keptSilent(mode: FailureMode, tally: Tally): boolean {
  return mode.symptoms.log.some(({ strength }) => strength === 'names') && tally.of(mode, 'names').length === 0;
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

/** What is known of the other modes: which are certain, and which would have named themselves and did not. */
interface Others {
  readonly certain: ReadonlySet<string>;
  readonly unnamed: ReadonlySet<string>;
}

function find({ mode, facts }: Suspect, tally: Tally, { certain, unnamed }: Others): Finding | undefined {
  const telling = tally.of(mode, 'names', 'suggests');
  const groups = tally
    .candidates()
    .filter(({ ids }) => ids.includes(mode.id))
    // One that kept silent itself has nothing over the others that did.
    .map(({ ids }) => (unnamed.has(mode.id) ? ids : ids.filter((id) => !unnamed.has(id))));
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
  if (telling.length === 0) return undefined;
  if (groups.some((ids) => ids.length === 1)) return made('likely', new Set());
  // All its lines come from what is certain, and nothing that one could look up speaks for it.
  const explained = groups.every((ids) => ids.some((id) => certain.has(id)));
  return explained && facts.open.length === 0 ? undefined : made('possible', rivals);
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
