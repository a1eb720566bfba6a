import type { ConfigNotice, Diagnosis, Finding, FoundLine, ReadCount } from '../model/diagnosis';
import type { FailureMode, ServerFacts } from '../model/failure-mode';
import { advisedFor } from './advice';
import { findByForm } from './by-form';
import { Complaints } from './complaints';
import { JudgedPieceReader, type PieceJudges } from './judged-piece';
import { textsFor } from './known-texts';
import { type Judgement, LineJudge } from './line-judge';
import type { LogSource } from './log/log-source';
import { readLog } from './log/read-log';
import { PastedJudge } from './pasted-judge';
import { Places } from './places';
import { findHarmless, rank } from './rank';
import { Sessions } from './sessions';
import { similarModes } from './similar';
import { LogSurvey } from './survey';
import { suspectsAmong } from './suspects';
import { Tally } from './tally';

/** What there is to go by. */
export interface DiagnosisInput {
  /** Read one after the other, in this order. */
  readonly logs: AsyncIterable<LogSource> | Iterable<LogSource>;
  readonly facts: ServerFacts;
  readonly notices?: readonly ConfigNotice[];
  /** Other threads with the same catalogue and the same facts, for what is long. */
  readonly judges?: PieceJudges | undefined;
  /** Told now and then how much has been read. */
  readonly onProgress?: (read: ReadCount) => void;
  /** Told what is found so far, whenever a piece of a log has said something. */
  readonly onFindings?: (findings: readonly Finding[]) => void;
}

/** Finds which of the known failure modes the logs and the facts show, in memory that doesn't grow with the logs. */
export async function diagnose(modes: readonly FailureMode[], input: DiagnosisInput): Promise<Diagnosis> {
  const suspects = suspectsAmong(modes, input.facts);
  const texts = textsFor(modes);
  const places = new Places();
  const tally = new Tally(places);
  const complaints = new Complaints();
  const judge = new LineJudge(texts, new Set(suspects.map(({ mode }) => mode)), input.facts, complaints);
  const pasted = new PastedJudge(judge, modes);
  const sessions = new Sessions(tally, judge.claims, places);
  const survey = new LogSurvey();
  const untold: FoundLine[] = [];
  const readers = new Map<number, JudgedPieceReader>();
  let read: ReadCount = { lines: 0, bytes: 0, cutLines: 0, sources: [] };
  const findings = () =>
    rank(suspects, tally, {
      endIsUnexplained: complaints.tellOfAnEnd,
      isShort: read.lines <= mostPicked,
    }).map((finding) => advisedFor(finding, input.facts));

  for await (const source of input.logs) {
    const linesBefore = read.lines;
    let telling = 0;
    let told = 0;
    const take = (judgement: Judgement, pid: number, place: number) => {
      const { claim, login, complaint } = judgement;
      if (claim || login) sessions.take(judgement, pid, place);
      if (complaint) complaints.add(complaint, place, places);
      if (claim || complaint) telling++;
      if (source.pasted && !claim && untold.length < mostUntold) untold.push(places.found(place));
    };
    survey.begin();
    places.beginLog(source.name);
    await readLog(
      source,
      texts.everyLine || source.pasted ? undefined : texts.search,
      {
        onPiece: (piece) => {
          places.beginPiece(piece);
          if (source.format === 'lines') survey.look(piece.bytes);
        },
        onLine: (piece, line, first) => {
          const [start, end] = [piece.startOf(line), piece.endOf(line)];
          const judgement = source.pasted
            ? pasted.judge(piece.bytes.toString('utf8', start, end))
            : judge.judgeBytes(piece, start, end, first);
          take(judgement, judge.pid, places.of(start));
        },
        onJudged: (piece, judged, by) => {
          const reader = readers.get(by) ?? new JudgedPieceReader(judge, texts);
          readers.set(by, reader);
          reader.read(piece, judged, complaints, (judgement, pid, start) => take(judgement, pid, places.of(start)));
        },
        onEntry: (entry, line, at) => {
          survey.note(entry, 'journal export');
          const judgement = judge.judge(entry);
          take(judgement, judge.pid, places.ofEntry(entry, line, at));
        },
        onEnd: ({ lines, bytes, cut }) => {
          sessions.settle();
          places.endPiece();
          read = { ...read, lines: read.lines + lines, bytes: read.bytes + bytes, cutLines: read.cutLines + cut };
          input.onProgress?.(read);
          if (telling > told) input.onFindings?.(findings());
          told = telling;
        },
      },
      texts.everyLine ? undefined : input.judges,
      read.bytes,
    );
    const { name } = source;
    read = { ...read, sources: [...read.sources, { name, lines: read.lines - linesBefore, telling }] };
  }
  sessions.end();
  read = { ...read, survey: survey.sum(tally.isEmpty) };

  const bySign = findings();
  const unexplained = complaints.sum();
  const undecided = bySign.every(({ confidence }) => confidence === 'possible');
  const complaining = unexplained.shapes.map(({ first }) => first);
  const byForm = bySign.length > 0 ? [] : findByForm(modes, suspects, [...complaining, ...untold]);
  const found = [...bySign, ...byForm.map((finding) => advisedFor(finding, input.facts))];
  const told = new Set(found.map(({ mode }) => mode));
  const candidates = suspects.flatMap(({ mode }) => (told.has(mode) ? [] : [mode]));
  return {
    findings: found,
    notices: input.notices ?? [],
    harmless: findHarmless(suspects, tally),
    unexplained,
    similar:
      undecided && byForm.length === 0
        ? similarModes(modes, [...complaining, ...untold], {
            candidates,
            accompanying: found.length === 0 ? tally.accompanying() : [],
          })
        : similarModes(modes, complaining, { candidates, most: mostBesideWhatIsKnown }),
    read,
  };
}

/** How many modes are named for lines that nothing explains, where other lines are explained. */
const mostBesideWhatIsKnown = 3;

/** Of how many lines what people pick from a log consists at most. */
const mostPicked = 60;

/** Of a pasted text, the lines whose words are compared with known ones where none is known. */
const mostUntold = 60;
