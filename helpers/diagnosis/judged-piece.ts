import type { FailureMode, ServerFacts } from '../model/failure-mode';
import type { Claim } from './claim';
import type { ComplaintShapes, CountedShape } from './complaints';
import { type KnownTexts, textsFor } from './known-texts';
import { type Judgement, LineJudge } from './line-judge';
import { eachLine } from './log/each-line';
import { Piece } from './log/piece';
import { type LoginEvent, loginKinds } from './login-event';
import { suspectsAmong } from './suspects';

/** What was found out of a piece of a log by another thread, in numbers, as these are passed on quickly. */
export interface JudgedPiece {
  /** The places of its line feeds. */
  readonly ends: Int32Array<ArrayBuffer>;
  /** Seven numbers for each line that tells something: `fields` has which. */
  readonly telling: Int32Array<ArrayBuffer>;
  /** Programs that this thread has not named before, in the order of their numbers. */
  readonly programs: readonly (string | undefined)[];
  /** Each claim that it has not made before, its signs by their numbers in the catalogue. */
  readonly claims: readonly ToldClaim[];
}

interface ToldClaim extends Pick<Claim, 'programIsKnown'> {
  readonly signs: readonly number[];
}

/** Other threads, which judge pieces of long logs. */
export interface PieceJudges {
  /** Whether they can begin; the first time that it is asked they are started. */
  readonly areReady: () => boolean;
  /** How much of all logs is judged before they are asked: to start them takes time. */
  readonly afterBytes: number;
  /** What is shorter than that is not worth passing on. */
  readonly leastBytes: number;
  /** How many pieces keep them busy. */
  readonly atOnce: number;
  /** Judges whole lines; the bytes are copied, and the copy is there until `free` is called. */
  readonly judge: (bytes: Uint8Array) => Promise<{
    readonly judged: JudgedPiece;
    readonly bytes: Buffer;
    /** Which of them did it. */
    readonly judge: number;
    readonly free: () => void;
  }>;
}

/** Judges pieces in a thread that has the catalogue too. */
export class PieceJudge {
  readonly #texts: KnownTexts;
  readonly #judge: LineJudge;
  readonly #signs: ReadonlyMap<unknown, number>;
  readonly #piece = new Piece();
  /** What has been told of programs and claims so far: names, and numbers by which they are told. */
  readonly #programs = new Map<number, { readonly name: string | undefined; readonly told: number }>();
  readonly #claims: number[] = [];
  #programsTold = 0;
  #claimsTold = 0;
  #telling = new Int32Array(1 << 14);
  #used = 0;

  constructor(modes: readonly FailureMode[], facts: ServerFacts) {
    this.#texts = textsFor(modes);
    const suspected = new Set(suspectsAmong(modes, facts).map(({ mode }) => mode));
    this.#judge = new LineJudge(this.#texts, suspected, facts, shapesElsewhere);
    this.#signs = new Map(this.#texts.signs.map((sign, number) => [sign, number]));
  }

  /** Judges whole lines. */
  judge(bytes: Buffer): JudgedPiece {
    const judge = this.#judge;
    const programs: (string | undefined)[] = [];
    const claims: ToldClaim[] = [];
    this.#used = 0;
    this.#piece.take(bytes);
    eachLine(this.#piece, this.#texts.search, (piece, line, first) => {
      const start = piece.startOf(line);
      const judgement = judge.judgeBytes(piece, start, piece.endOf(line), first);
      const { claim, login, complaint } = judgement;
      if (claim || login) {
        const program = this.#tellProgram(judgement, programs);
        this.#note(line, claim ? this.#tellClaim(claim, claims) : noClaim, judge.pid, program);
        this.#noteLogin(login);
      }
      if (complaint) {
        this.#note(line, complaint === inBytes ? complains : complainsWrapped, judge.messageStart, 0);
        this.#noteLogin(undefined);
      }
    });
    return { ends: this.#piece.ends(), telling: this.#telling.slice(0, this.#used), programs, claims };
  }

  #tellProgram({ program: number }: Judgement, news: (string | undefined)[]): number {
    const name = this.#judge.programOf(number);
    const known = this.#programs.get(number);
    if (known && known.name === name) return known.told;
    const told = this.#programsTold++;
    this.#programs.set(number, { name, told });
    news.push(name);
    return told;
  }

  #tellClaim({ number, matched, programIsKnown }: Claim, news: ToldClaim[]): number {
    const known = this.#claims[number];
    if (known !== undefined) return known;
    news.push({ signs: matched.map((sign) => this.#signs.get(sign) as number), programIsKnown });
    this.#claims[number] = this.#claimsTold;
    return this.#claimsTold++;
  }

  #note(line: number, claim: number, pid: number, program: number): void {
    if (this.#used + fields > this.#telling.length) {
      const longer = new Int32Array(this.#telling.length * 2);
      longer.set(this.#telling);
      this.#telling = longer;
    }
    const telling = this.#telling;
    telling[this.#used++] = line;
    telling[this.#used++] = claim;
    telling[this.#used++] = pid;
    telling[this.#used++] = program;
  }

  #noteLogin(login: LoginEvent | undefined): void {
    const telling = this.#telling;
    telling[this.#used++] = login ? login.client : 0;
    telling[this.#used++] = login ? loginKinds.indexOf(login.kind) : noLogin;
    telling[this.#used++] = login ? login.accepted * mostLogins + login.refused : 0;
  }
}

/** Uses what one other thread has found out, in the thread that counts. */
export class JudgedPieceReader {
  readonly #judge: LineJudge;
  readonly #texts: KnownTexts;
  readonly #programs: number[] = [];
  readonly #claims: (Claim | undefined)[] = [];

  constructor(judge: LineJudge, texts: KnownTexts) {
    this.#judge = judge;
    this.#texts = texts;
  }

  /** Reports its lines, as if they had been judged here. */
  read(
    piece: Piece,
    { telling, programs, claims }: JudgedPiece,
    complaints: ComplaintShapes,
    onLine: (judgement: Judgement, pid: number, start: number) => void,
  ): void {
    for (const name of programs) this.#programs.push(this.#judge.numberOf(name));
    for (const { signs, ...known } of claims) {
      const matched = signs.flatMap((number) => this.#texts.signs[number] ?? []);
      this.#claims.push(this.#judge.claims.of(matched, known));
    }
    for (let at = 0; at < telling.length; at += fields) {
      const line = telling[at] as number;
      const claim = telling[at + 1] as number;
      const pid = telling[at + 2] as number;
      const start = piece.startOf(line);
      if (claim === complains) {
        const complaint = complaints.shapeOfBytes(piece, pid, piece.endOf(line));
        onLine({ program: 0, claim: undefined, login: undefined, complaint }, 0, start);
      } else if (claim === complainsWrapped) {
        const { complaint } = this.#judge.judgeBytes(piece, start, piece.endOf(line), start);
        onLine({ program: 0, claim: undefined, login: undefined, complaint }, 0, start);
      } else {
        const program = this.#programs[telling[at + 3] as number] as number;
        const login = loginIn(telling, at + 4);
        onLine({ program, claim: this.#claims[claim], login, complaint: undefined }, pid, start);
      }
    }
  }
}

function loginIn(telling: Int32Array, at: number): LoginEvent | undefined {
  const kind = loginKinds[telling[at + 1] as number];
  if (kind === undefined) return undefined;
  const counts = telling[at + 2] as number;
  return {
    kind,
    client: telling[at] as number,
    accepted: Math.floor(counts / mostLogins),
    refused: counts % mostLogins,
  };
}

/** Numbers for each line: it, its claim, process, program and client, the kind of login, accepted and refused ones. */
const fields = 7;
/** In the place of the claim. A complaint has the beginning of its message in the place of the process. */
const noClaim = -1;
const complains = -2;
const complainsWrapped = -3;
const noLogin = -1;
const mostLogins = 1 << 15;

const inBytes: CountedShape = { shown: 'in bytes', count: 0, first: undefined };
const wrapped: CountedShape = { shown: 'wrapped', count: 0, first: undefined };

/** The shapes of complaints are told apart where all lines come together, as which come first matters. */
const shapesElsewhere: ComplaintShapes = { shapeOf: () => wrapped, shapeOfBytes: () => inBytes };
