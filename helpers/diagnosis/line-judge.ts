import type { FailureMode, ServerFacts } from '../model/failure-mode';
import { type Claim, Claims } from './claim';
import {
  type ComplaintShapes,
  type CountedShape,
  complains,
  complainsOtherwise,
  isComplaintAt,
  isFarewell,
} from './complaints';
import type { KnownTexts, TextSet } from './known-texts';
import { asPostfixLogsIt } from './log/next-server-reply';
import type { Piece } from './log/piece';
import { hasPrefix, isPlainMessage } from './log/plain-message';
import { readSessionLine, type SessionLine } from './log/session-line';
import { hostStartOf, readPid, readProgram, type SyslogHead } from './log/syslog-head';
import { repeatsOthers, type UnwrappedLine, unescaped, unwrapLine, unwrapMessage } from './log/unwrap-line';
import { longestLine } from './log/whole-lines';
import { clientNumber, type LoginEvent, loginEvent } from './login-event';
import { RepeatedTexts } from './repeated-texts';
import { sameBytes } from './same-bytes';
import { isOfProgram } from './sign-index';
import { Trial } from './trial';

/** All that matters of a line besides its time, its place and the number of its process. */
export interface Judgement {
  /** A number for the program that writes it. */
  readonly program: number;
  /** The number of its process, where the message itself tells it: a line of another log, passed on. */
  readonly pid?: number;
  readonly claim: Claim | undefined;
  readonly login: LoginEvent | undefined;
  /** What the line is counted as, where it complains and no mode explains it. */
  readonly complaint: CountedShape | undefined;
}

/**
 * Judges lines. The same message of the same program is judged once, however often it is written; and of a line that syslog
 * wrote, no more is decoded than what has to be tried on it.
 */
export class LineJudge {
  readonly claims = new Claims();
  /** The process of the line that was judged last. */
  pid = 0;
  readonly #texts: KnownTexts;
  readonly #noTexts: TextSet;
  readonly #suspected: ReadonlySet<FailureMode>;
  readonly #facts: ServerFacts;
  readonly #complaints: ComplaintShapes;
  readonly #programs = new Map<string | undefined, Program>();
  readonly #names: (string | undefined)[] = [];
  readonly #programsInBytes = new RepeatedTexts<Program>(256);
  /** Made for the first line that syslog wrote: a few pasted lines are no log. */
  #repeated: RepeatedTexts<Judgement> | undefined;
  readonly #rests = new RepeatedTexts<SessionJudgement>(1 << 10);
  readonly #sessionLine: SessionLine = { kind: 'warning', clientStart: 0, clientEnd: 0, restEnd: 0 };
  #trials = 0;
  readonly #before = new HostAndProgram();
  readonly #head: SyslogHead = { programStart: 0, programEnd: 0, pid: 0, messageStart: 0 };

  constructor(texts: KnownTexts, suspected: ReadonlySet<FailureMode>, facts: ServerFacts, complaints: ComplaintShapes) {
    this.#texts = texts;
    this.#noTexts = texts.none();
    this.#suspected = suspected;
    this.#facts = facts;
    this.#complaints = complaints;
  }

  /** Judges the line that stands there, `first` being where the search has stopped in it; by its bytes where it is as syslog writes it. */
  judgeBytes(piece: Piece, start: number, end: number, first: number): Judgement {
    const { bytes, view } = piece;
    const head = this.#head;
    head.messageStart = start;
    const program = this.#programIn(piece, start, end, head);
    if (!program || !readPid(bytes, end, head)) return this.judge(unwrapLine(bytes.toString('utf8', start, end)));
    const { pid, messageStart } = head;
    this.#repeated ??= new RepeatedTexts<Judgement>(1 << 14);
    const repeated = this.#repeated;
    const known = repeated.get(view, messageStart, end, program.number);
    if (known) {
      this.pid = known.pid ?? pid;
      return known;
    }
    if (hasPrefix(bytes, messageStart, end)) return this.judge(unwrapLine(bytes.toString('utf8', start, end)));
    const judgement =
      !program.repeatsOthers && isPlainMessage(bytes, view, messageStart, end)
        ? this.#judgePlain(piece, messageStart, end, first, program)
        : this.#judgeWrapped(bytes.toString('utf8', messageStart, end), program);
    repeated.put(bytes, messageStart, end, program.number, judgement);
    this.pid = judgement.pid ?? pid;
    return judgement;
  }

  /** Where the message of the line begins that was judged last by its bytes. */
  get messageStart(): number {
    return this.#head.messageStart;
  }

  /** The program that has this number. */
  programOf(number: number): string | undefined {
    return this.#names[number];
  }

  /** The number of a program. */
  numberOf(program: string | undefined): number {
    return this.#programOf(program).number;
  }

  /** Judges a line that has been unwrapped. */
  judge(line: UnwrappedLine): Judgement {
    this.pid = line.pid ?? 0;
    const program = this.#programOf(line.program);
    const claim = this.#orOfNextServer(this.claimOf(line), line);
    const complaint =
      claim === undefined && complains(line.message) ? this.#complaints.shapeOf(line.message) : undefined;
    return { program: program.number, claim, login: loginEvent(line), complaint };
  }

  /** What the line claims; in any case, as somebody may have typed it. */
  claimOf(line: UnwrappedLine, anyCase = false): Claim | undefined {
    const trial = this.#trialOf(this.#textsIn(line), this.#programOf(line.program));
    return anyCase ? trial.claimInAnyCase(line) : trial.claimOf(line);
  }

  #textsIn({ message }: UnwrappedLine): TextSet {
    const length = scratch.write(message.slice(0, scratch.length), 'latin1');
    let texts = this.#noTexts;
    for (const text of this.#texts.search.findAll(scratch, length)) texts = texts.with(text);
    return texts;
  }

  /** What the line names itself, or else what the reply of a next server names of which it tells. */
  #orOfNextServer(claim: Claim | undefined, line: UnwrappedLine, texts?: TextSet): Claim | undefined {
    const reply = claim?.names ? undefined : asPostfixLogsIt(line);
    // What has the same texts in it, of the same program, says the same.
    const isNew = reply && (reply.program !== line.program || this.#textsIn(reply) !== (texts ?? this.#textsIn(line)));
    const ofReply = isNew ? this.claimOf(reply) : undefined;
    return ofReply?.names ? ofReply : (claim ?? ofReply);
  }

  #judgeWrapped(message: string, { name = '' }: Program): Judgement {
    const judgement = this.judge(unwrapMessage(undefined, name, notInMessage, unescaped(message)));
    return this.pid === notInMessage ? judgement : { ...judgement, pid: this.pid };
  }

  /** Judges a message by its bytes. */
  #judgePlain(piece: Piece, start: number, end: number, first: number, program: Program): Judgement {
    const { bytes } = piece;
    const { search } = this.#texts;
    let texts = this.#noTexts;
    let complaint = false;
    // What the search has found first may stand before the message.
    for (
      let at = first < start ? search.find(bytes, start, end) : first;
      at >= 0;
      at = search.find(bytes, at + 1, end)
    ) {
      for (let index = 0; index < search.foundCount; index++) {
        const text = search.found[index] as number;
        texts = texts.with(text);
        const literal = complaint ? undefined : this.#texts.complaintOf(text);
        if (literal !== undefined) complaint = isComplaintAt(literal, bytes, at, start, end);
      }
    }
    const trial = this.#trialOf(texts, program);
    const { number } = program;
    const session = this.#sessionLine;
    const isOfSession =
      texts.mayTellOfLogin &&
      readSessionLine(bytes, start, end, session) &&
      trial.looksAtTheRest(session.kind) &&
      !(complaint && trial.isEmpty);
    if (isOfSession) {
      const { clientStart, clientEnd, restEnd } = session;
      const known = this.#rests.get(piece.view, clientEnd, restEnd, trial.number);
      if (known) {
        const login = known.login && ofClient(known.login, clientNumber(bytes, clientStart, clientEnd));
        return { program: number, claim: known.claim, login, complaint: undefined };
      }
    }
    if (complaint && trial.isEmpty && !texts.mayTellOfLogin) {
      return {
        program: number,
        claim: undefined,
        login: undefined,
        complaint: this.#complaints.shapeOfBytes(piece, start, end),
      };
    }
    const line = { time: undefined, program: program.name, message: bytes.toString('latin1', start, end) };
    const claim = trial.isEmpty ? undefined : this.#orOfNextServer(trial.claimOf(line), line, texts);
    const complains =
      claim === undefined && !isFarewell(line.message) && (complaint || complainsOtherwise(line.message));
    const login = texts.mayTellOfLogin ? loginEvent(line) : undefined;
    if (isOfSession && !complains) {
      this.#rests.put(bytes, session.clientEnd, session.restEnd, trial.number, { claim, login });
    }
    return {
      program: number,
      claim,
      login,
      complaint: complains ? this.#complaints.shapeOfBytes(piece, start, end) : undefined,
    };
  }

  #trialOf(texts: TextSet, program: Program): Trial {
    const known = program.trials.get(texts);
    if (known) return known;
    const signs = texts.candidates.filter(
      ({ mode, sign }) =>
        this.#suspected.has(mode) &&
        isOfProgram(sign, program.name) &&
        (!sign.onlyIf || sign.onlyIf.holds(this.#facts) === true),
    );
    const made = new Trial(this.#trials++, signs, this.claims, this.#facts);
    if (program.trials.size >= mostTrials) program.trials.clear();
    program.trials.set(texts, made);
    return made;
  }

  /** The program that wrote a line; undefined where syslog didn't write it. It often is that of the line before. */
  #programIn({ bytes, view }: Piece, start: number, end: number, head: SyslogHead): Program | undefined {
    const hostStart = hostStartOf(bytes, start, end);
    if (hostStart < 0) return undefined;
    const before = this.#before;
    if (
      before.program &&
      hostStart + before.length < end &&
      sameBytes(view, hostStart, before.view, 0, before.length)
    ) {
      head.programEnd = hostStart + before.length - 1;
      return before.program;
    }
    if (!readProgram(bytes, hostStart, end, head)) return undefined;
    const { programStart, programEnd } = head;
    const known = this.#programsInBytes.get(view, programStart, programEnd, 0);
    const program = known ?? this.#programOf(bytes.toString('latin1', programStart, programEnd));
    if (!known) this.#programsInBytes.put(bytes, programStart, programEnd, 0, program);
    const length = programEnd + 1 - hostStart;
    if (length <= before.view.byteLength) {
      before.bytes.set(bytes.subarray(hostStart, hostStart + length));
      before.length = length;
      before.program = program;
    }
    return program;
  }

  #programOf(name: string | undefined): Program {
    const known = this.#programs.get(name);
    if (known) return known;
    if (this.#programs.size >= mostPrograms) this.#programs.clear();
    const made = {
      name,
      number: this.#programs.size,
      repeatsOthers: name !== undefined && repeatsOthers.test(name),
      trials: new Map<TextSet, Trial>(),
    };
    this.#programs.set(name, made);
    this.#names[made.number] = name;
    return made;
  }
}

/** Not by spreading: each copy would be of a kind of its own to V8, and a log has millions of them. */
function ofClient({ kind, accepted, refused }: LoginEvent, client: number): LoginEvent {
  return { kind, client, accepted, refused };
}

/** What a line of a session is judged to be, whoever its client and user are. */
type SessionJudgement = Pick<Judgement, 'claim' | 'login'>;

interface Program {
  readonly name: string | undefined;
  readonly number: number;
  /** Whether its lines have in them what others say. */
  readonly repeatsOthers: boolean;
  readonly trials: Map<TextSet, Trial>;
}

/** Host and program of a line, with the bracket behind them. */
class HostAndProgram {
  readonly bytes = new Uint8Array(256);
  readonly view = new DataView(this.bytes.buffer);
  length = 0;
  program: Program | undefined;
}

/** Stands for the number of a process that stands before the message. */
const notInMessage = -1;

/** A message in bytes, for a moment. */
const scratch = Buffer.alloc(longestLine);

/** A mail server has some twenty. */
const mostPrograms = 100_000;
const mostTrials = 200;
