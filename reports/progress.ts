import type { CheckResult } from '../helpers/model/result';
import { painter, verdictSign } from './paint';
import { summarise, summaryText } from './summary';
import { cut } from './text-layout';
import { visibleLine } from './visible';

/** Where progress is shown. */
export interface ProgressOutput {
  readonly write: (text: string) => void;
  /** The width of a terminal whose last line can be rewritten, undefined for a file or a CI log. */
  readonly liveWidth: number | undefined;
  readonly colour: boolean;
  readonly now: () => number;
}

/** A CI server may end a job that says nothing for too long, and a person begins to wonder. */
const silenceLimitMs = 10_000;

/** Shows that the run is alive: what went wrong as soon as it does, each finished suite, and what is running. */
export class Progress {
  readonly #output: ProgressOutput;
  readonly #startedMs: number;
  readonly #running = new Set<string>();
  readonly #finished: CheckResult[] = [];
  readonly #saidReasons = new Set<string>();
  #lastWriteMs: number;

  constructor(output: ProgressOutput) {
    this.#output = output;
    this.#startedMs = output.now();
    this.#lastWriteMs = this.#startedMs;
  }

  /** A check is being asked. */
  checkStarted(id: string): void {
    this.#running.add(id);
    this.#redraw();
  }

  /** A check has its verdict; said at once if it is a bad one. */
  checkFinished(check: CheckResult): void {
    this.#running.delete(check.id);
    this.#finished.push(check);
    this.say(check);
    this.#redraw();
  }

  /** Says what is wrong, once for each reason: the same broken server breaks dozens of checks. */
  say(check: CheckResult): void {
    if (check.verdict !== 'failed' && check.verdict !== 'could-not-tell') return;
    const [reason = ''] = (check.reason ?? '').split('\n');
    if (check.verdict === 'could-not-tell' && this.#saidReasons.has(reason)) return;
    this.#saidReasons.add(reason);
    const sign = verdictSign(check.verdict, painter(this.#output.colour));
    this.#line(`${sign} ${check.id}: ${visibleLine(reason)}`);
  }

  /** All checks of a suite have their verdicts. */
  suiteFinished(suite: string, checks: readonly CheckResult[]): void {
    this.#line(`${suite}: ${summaryText(summarise(checks))}`);
  }

  /** To be called every second: rewrites the live line, or breaks a long silence. */
  tick(): void {
    this.#redraw();
    if (this.#output.liveWidth === undefined && this.#output.now() - this.#lastWriteMs >= silenceLimitMs) {
      this.#line(this.#state());
    }
  }

  /** Takes the live line away. */
  end(): void {
    if (this.#output.liveWidth !== undefined) this.#output.write(clearLine);
  }

  #line(text: string): void {
    this.#lastWriteMs = this.#output.now();
    this.end();
    this.#output.write(`${text}\n`);
    this.#redraw();
  }

  #redraw(): void {
    const { liveWidth, write } = this.#output;
    if (liveWidth !== undefined) write(`${clearLine}${cut(this.#state(), liveWidth - 1)}`);
  }

  #state(): string {
    const elapsed = Math.floor((this.#output.now() - this.#startedMs) / 1000);
    const finished = this.#finished.length === 0 ? 'starting' : summaryText(summarise(this.#finished));
    return `… ${elapsed} s: ${finished}${this.#runningText()}`;
  }

  #runningText(): string {
    const [first, ...others] = this.#running;
    if (first === undefined) return '';
    return others.length === 0 ? `, now ${first}` : `, now ${first} and ${others.length} more`;
  }
}

const clearLine = '\r\u001b[2K';
