import type { FailureMode, ServerFacts } from '../model/failure-mode';
import { type Claim, Claims } from './claim';
import { complains } from './complaints';
import { readSyslogHead, type SyslogHead } from './log/syslog-head';
import { type UnwrappedLine, unwrapLine, unwrapMessage } from './log/unwrap-line';
import { type LoginEvent, loginEvent } from './login-event';
import { RepeatedTexts } from './repeated-texts';
import type { SignIndex } from './sign-index';

/** All that matters of a line besides its time, its place and the number of its process. */
export interface Judgement {
  /** A number for the program that writes it. */
  readonly program: number;
  readonly claim: Claim | undefined;
  readonly login: LoginEvent | undefined;
  /** The message, where it complains and no mode explains it. */
  readonly complaint: string | undefined;
}

/** Judges lines. The same message of the same program is judged once, however often it is written. */
export class LineJudge {
  readonly claims = new Claims();
  /** The process of the line that was judged last. */
  pid = 0;
  readonly #index: SignIndex;
  readonly #suspected: ReadonlySet<FailureMode>;
  readonly #facts: ServerFacts;
  readonly #programs = new Map<string | undefined, number>();
  readonly #repeated = new Map<string, RepeatedTexts<Judgement>>();
  readonly #head: SyslogHead = { programStart: 0, programEnd: 0, pid: 0, messageStart: 0 };

  constructor(index: SignIndex, suspected: ReadonlySet<FailureMode>, facts: ServerFacts) {
    this.#index = index;
    this.#suspected = suspected;
    this.#facts = facts;
  }

  /** Judges the line that stands there; by its bytes where it is as syslog writes it. */
  judgeBytes(bytes: Buffer, start: number, end: number): Judgement {
    const head = this.#head;
    if (!readSyslogHead(bytes, start, end, head)) return this.judge(unwrapLine(bytes.toString('utf8', start, end)));
    const { pid, messageStart } = head;
    const program = bytes.toString('latin1', head.programStart, head.programEnd);
    this.pid = pid;
    return this.#repeatedBy(program).of(bytes, messageStart, end, () =>
      this.judge(unwrapMessage(undefined, program, pid, bytes.toString('utf8', messageStart, end))),
    );
  }

  /** Judges a line that has been unwrapped. */
  judge(line: UnwrappedLine): Judgement {
    this.pid = line.pid ?? 0;
    const matched = this.#index.match(line, this.#facts).filter(({ mode }) => this.#suspected.has(mode));
    const claim = this.claims.of(matched);
    const complaint = claim === undefined && complains(line.message) ? line.message : undefined;
    return { program: this.#numberOf(line.program), claim, login: loginEvent(line), complaint };
  }

  #repeatedBy(program: string): RepeatedTexts<Judgement> {
    const known = this.#repeated.get(program);
    if (known) return known;
    if (this.#repeated.size >= mostPrograms) this.#repeated.clear();
    const made = new RepeatedTexts<Judgement>();
    this.#repeated.set(program, made);
    return made;
  }

  #numberOf(program: string | undefined): number {
    const known = this.#programs.get(program);
    if (known !== undefined) return known;
    if (this.#programs.size >= mostNumbers) this.#programs.clear();
    this.#programs.set(program, this.#programs.size);
    return this.#programs.size - 1;
  }
}

/** Each has a table of its own; a mail server has some twenty programs. */
const mostPrograms = 60;
const mostNumbers = 100_000;
