import { maskLine } from '../maillog/mask-line';
import type { ConfigNotice, Diagnosis, Finding, FoundLine, ReadCount } from '../model/diagnosis';
import type { FailureMode, ServerFacts } from '../model/failure-mode';
import { inRange } from '../postfix/version';
import { advisedFor } from './advice';
import { Complaints, complaintLiterals } from './complaints';
import { judgeFacts } from './judge-facts';
import { type Judgement, LineJudge } from './line-judge';
import type { LogSource } from './log/log-source';
import { readLog } from './log/read-log';
import { shortestOf, TextSearch } from './log/text-search';
import { type UnwrappedLine, unwrapLine, wrappingTexts } from './log/unwrap-line';
import { loginTexts } from './login-event';
import { findHarmless, rank, type Suspect } from './rank';
import { Sessions } from './sessions';
import { indexSigns, type SignIndex } from './sign-index';
import { LogSurvey } from './survey';
import { Tally } from './tally';

/** What there is to go by. */
export interface DiagnosisInput {
  /** Read one after the other, in this order. */
  readonly logs: AsyncIterable<LogSource> | Iterable<LogSource>;
  readonly facts: ServerFacts;
  readonly notices?: readonly ConfigNotice[];
  /** Told now and then how much has been read. */
  readonly onProgress?: (read: ReadCount) => void;
  /** Told what is found so far, whenever a piece of a log has said something. */
  readonly onFindings?: (findings: readonly Finding[]) => void;
}

/** Finds which of the known failure modes the logs and the facts show, in memory that doesn't grow with the logs. */
export async function diagnose(modes: readonly FailureMode[], input: DiagnosisInput): Promise<Diagnosis> {
  const suspects = modes
    .filter(({ versions }) => inRange(input.facts.postfixVersion, versions))
    .map((mode): Suspect => ({ mode, facts: judgeFacts(mode, input.facts) }))
    .filter(({ facts }) => !facts.contradicted);
  const { index, search } = preparedFor(modes);
  const judge = new LineJudge(index, new Set(suspects.map(({ mode }) => mode)), input.facts);
  const tally = new Tally();
  const sessions = new Sessions(tally, judge.claims);
  const complaints = new Complaints();
  const survey = new LogSurvey();
  let read: ReadCount = { lines: 0, bytes: 0, cutLines: 0, sources: [] };
  let order = 0;
  const findings = () => rank(suspects, tally).map((finding) => advisedFor(finding, input.facts));

  for await (const source of input.logs) {
    const linesBefore = read.lines;
    let telling = 0;
    let told = 0;
    const take = (judgement: Judgement, found: () => FoundLine) => {
      const { claim, login, complaint } = judgement;
      if (claim || login) sessions.take(judgement, judge.pid, { order: order++, found });
      if (complaint !== undefined) complaints.add(complaint, found);
      if (claim || complaint !== undefined) telling++;
    };
    survey.begin();
    await readLog(source, search, {
      onBytes: (bytes) => source.format === 'lines' && survey.look(bytes),
      onLine: (bytes, start, end, line) =>
        take(judge.judgeBytes(bytes, start, end), () => lineOf(source.name, line, bytes.toString('utf8', start, end))),
      onEntry: (entry, line) => {
        survey.note(entry, 'journal export');
        take(judge.judge(entry), () => entryOf(source.name, line, entry));
      },
      onChunk: ({ lines, bytes, cut }) => {
        sessions.settle();
        read = { ...read, lines: read.lines + lines, bytes: read.bytes + bytes, cutLines: read.cutLines + cut };
        input.onProgress?.(read);
        if (telling > told) input.onFindings?.(findings());
        told = telling;
      },
    });
    const { name } = source;
    read = { ...read, sources: [...read.sources, { name, lines: read.lines - linesBefore, telling }] };
  }
  sessions.end();
  read = { ...read, survey: survey.sum(tally.isEmpty) };

  return {
    findings: findings(),
    notices: input.notices ?? [],
    harmless: findHarmless(suspects, tally),
    unexplained: complaints.sum(),
    read,
  };
}

interface Prepared {
  readonly index: SignIndex;
  /** Undefined where every line has to be looked at. */
  readonly search: TextSearch | undefined;
}

const prepared = new WeakMap<readonly FailureMode[], Prepared>();

/** Whoever diagnoses often does so with one catalogue: its signs are put in order once. */
function preparedFor(modes: readonly FailureMode[]): Prepared {
  const known = prepared.get(modes);
  if (known) return known;
  const index = indexSigns(modes);
  const texts = [...index.literals, ...complaintLiterals, ...loginTexts, ...wrappingTexts];
  const made = { index, search: index.everyLine ? undefined : new TextSearch(shortestOf(texts)) };
  prepared.set(modes, made);
  return made;
}

/** A line for a reader: without secrets, and cut where it is too long to show. */
function shown(text: string): string {
  const masked = maskLine(text);
  return masked.length > 600 ? `${masked.slice(0, 600)}…` : masked;
}

function lineOf(file: string, line: number, text: string): FoundLine {
  const unwrapped = unwrapLine(text);
  // JSON is hard to read, and what is escaped in it, or written as numbers, would escape the masking too.
  if (/[{[]/.test(text.slice(0, 1)) && unwrapped.message.length < text.length / 1.2)
    return entryOf(file, line, unwrapped);
  const { time } = unwrapped;
  return { file, line, text: shown(text.trim()), ...(time !== undefined && { time }) };
}

function entryOf(file: string, line: number, { time, program, message }: UnwrappedLine): FoundLine {
  const text = [time, program === undefined ? message : `${program}: ${message}`].filter(Boolean).join(' ');
  return { file, line, text: shown(text), ...(time !== undefined && { time }) };
}
