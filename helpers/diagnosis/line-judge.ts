import type { FailureMode } from '../model/failure-mode';
import { type Claim, Claims } from './claim';
import { complains } from './complaints';
import { readSyslogHead, type SyslogHead } from './log/syslog-head';
import { type UnwrappedLine, unwrapLine } from './log/unwrap-line';
import { type LoginEvent, loginEvent } from './login-event';
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
  readonly #programs = new Map<string | undefined, number>();
  readonly #known = new Map<string, Known>();
  readonly #head: SyslogHead = { programStart: 0, programEnd: 0, pid: 0, messageStart: 0 };

  constructor(index: SignIndex, suspected: ReadonlySet<FailureMode>) {
    this.#index = index;
    this.#suspected = suspected;
  }

  /** Judges the line that stands there; by its bytes where it is as syslog writes it. */
  judgeBytes(bytes: Buffer, start: number, end: number): Judgement {
    const head = this.#head;
    if (!readSyslogHead(bytes, start, end, head)) return this.judge(unwrapLine(bytes.toString('utf8', start, end)));
    this.pid = head.pid;
    const message = bytes.toString('latin1', head.messageStart, end);
    const known = this.#known.get(message);
    if (known && sameText(bytes, head.programStart, head.programEnd, known.program)) return known.judgement;
    const program = bytes.toString('latin1', head.programStart, head.programEnd);
    const judgement = this.judge(unwrapLine(bytes.toString('utf8', start, end)));
    this.#remember(message, { program, judgement });
    return judgement;
  }

  /** Judges a line that has been unwrapped. */
  judge(line: UnwrappedLine): Judgement {
    this.pid = line.pid ?? 0;
    const matched = this.#index.match(line).filter(({ mode }) => this.#suspected.has(mode));
    const claim = this.claims.of(matched);
    const complaint = claim === undefined && complains(line.message) ? line.message : undefined;
    return { program: this.#numberOf(line.program), claim, login: loginEvent(line), complaint };
  }

  #remember(message: string, known: Known): void {
    if (message.length > longestRemembered) return;
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(message, known);
  }

  #numberOf(program: string | undefined): number {
    const known = this.#programs.get(program);
    if (known !== undefined) return known;
    const number = this.#programs.size;
    if (number < mostPrograms) this.#programs.set(program, number);
    return number;
  }
}

interface Known {
  readonly program: string;
  readonly judgement: Judgement;
}

const mostRemembered = 20_000;
const longestRemembered = 2000;
const mostPrograms = 100_000;

function sameText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index++) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
