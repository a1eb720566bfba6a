import { maskLine } from '../maillog/mask-line';
import type { ConfigNotice, Diagnosis, FoundLine, ReadCount } from '../model/diagnosis';
import type { FailureMode, ServerFacts } from '../model/failure-mode';
import { inRange } from '../postfix/version';
import { Complaints, complaintLiterals } from './complaints';
import { ExplainedLines } from './explained-lines';
import { judgeFacts } from './judge-facts';
import type { LogSource } from './log/log-source';
import { type HitLine, readLog } from './log/read-log';
import { findHarmless, rank, type Suspect } from './rank';
import { type IndexedSign, indexSigns, type SignIndex } from './sign-index';
import { Tally } from './tally';

/** What there is to go by. */
export interface DiagnosisInput {
  /** Read one after the other, in this order. */
  readonly logs: AsyncIterable<LogSource> | Iterable<LogSource>;
  readonly facts: ServerFacts;
  readonly notices?: readonly ConfigNotice[];
  /** Told now and then how much has been read. */
  readonly onProgress?: (read: ReadCount) => void;
}

/** Finds which of the known failure modes the logs and the facts show, in memory that doesn't grow with the logs. */
export async function diagnose(modes: readonly FailureMode[], input: DiagnosisInput): Promise<Diagnosis> {
  const suspects = modes
    .filter(({ versions }) => inRange(input.facts.postfixVersion, versions))
    .map((mode): Suspect => ({ mode, facts: judgeFacts(mode, input.facts) }))
    .filter(({ facts }) => !facts.contradicted);
  const { index, literals } = preparedFor(modes);
  const suspected = new Set(suspects.map(({ mode }) => mode));
  const tally = new Tally();
  const explained = new ExplainedLines();
  const complaints = new Complaints();
  let read: ReadCount = { lines: 0, bytes: 0, cutLines: 0, sources: [] };

  for await (const source of input.logs) {
    const linesBefore = read.lines;
    let telling = 0;
    await readLog(source, literals, index.everyLine, {
      onHit: (hit) => {
        const matched = index.match(hit.unwrapped, hit.hits).filter(({ mode }) => suspected.has(mode));
        const found = () => foundLine(source.name, hit);
        const follows = explained.follows(hit.unwrapped, matched);
        if (matched.length > 0) tally.add(follows ? matched.filter(accompanies) : matched, found);
        if (matched.length > 0 || complaints.add(hit.unwrapped.message, found)) telling++;
      },
      onProgress: ({ lines, bytes, cut }) => {
        read = { ...read, lines: read.lines + lines, bytes: read.bytes + bytes, cutLines: read.cutLines + cut };
        input.onProgress?.(read);
      },
    });
    const { name } = source;
    read = { ...read, sources: [...read.sources, { name, lines: read.lines - linesBefore, telling }] };
  }

  return {
    findings: rank(suspects, tally),
    notices: input.notices ?? [],
    harmless: findHarmless(suspects, tally),
    unexplained: complaints.sum(),
    read,
  };
}

const prepared = new WeakMap<
  readonly FailureMode[],
  { readonly index: SignIndex; readonly literals: readonly string[] }
>();

/** Whoever diagnoses often does so with one catalogue: its signs are put in order once. */
function preparedFor(modes: readonly FailureMode[]) {
  const known = prepared.get(modes);
  if (known) return known;
  const index = indexSigns(modes);
  const made = { index, literals: [...index.literals, ...complaintLiterals] };
  prepared.set(modes, made);
  return made;
}

/** A line for a reader: without secrets, and cut where it is too long to show. */
function shown(text: string): string {
  const masked = maskLine(text);
  return masked.length > 600 ? `${masked.slice(0, 600)}…` : masked;
}

function accompanies({ sign }: IndexedSign): boolean {
  return sign.strength === 'accompanies';
}

function foundLine(file: string, { line, text, unwrapped }: HitLine): FoundLine {
  const { time } = unwrapped;
  return { file, line, text: shown(text.trim()), ...(time !== undefined && { time }) };
}
