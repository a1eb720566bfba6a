import type { CheckResult } from '../../helpers/model/result';
import { withoutServer } from '../result/asked';
import { summarise, summaryText } from '../result/summary';
import { visibleLine } from '../text/visible';
import { renderDetails } from './details';
import { LiveLine, type ProgressOutput } from './live-line';
import { painter, verdictSign } from './paint';

/** Shows that the run is alive: what went wrong as soon as it does, each finished suite, and what is running. */
export class Progress {
  readonly #line: LiveLine;
  readonly #colour: boolean;
  readonly #verbose: boolean;
  readonly #proseWidth: number;
  readonly #running = new Set<string>();
  readonly #finished: CheckResult[] = [];
  readonly #saidReasons = new Set<string>();

  /** Verbose: what each check saw is shown as soon as it has its verdict. */
  constructor(output: ProgressOutput, { verbose = false } = {}) {
    this.#line = new LiveLine(output, () => this.#state());
    this.#colour = output.colour;
    this.#verbose = verbose;
    this.#proseWidth = Math.min(output.liveWidth ?? 100, 120);
  }

  /** A check is being asked. */
  checkStarted(id: string): void {
    this.#running.add(id);
    this.#line.redraw();
  }

  /** A check has its verdict; said at once if it is a bad one. */
  checkFinished(check: CheckResult): void {
    this.#running.delete(check.id);
    this.#finished.push(check);
    if (!this.#showWhole(check)) this.say(check);
    this.#line.redraw();
  }

  /** Says what is wrong, once for each reason: the same broken server breaks dozens of checks. */
  say(check: CheckResult): void {
    if (check.verdict !== 'failed' && check.verdict !== 'could-not-tell') return;
    const [reason = ''] = (check.reason ?? '').split('\n');
    if (check.verdict === 'could-not-tell' && this.#saidReasons.has(reason)) return;
    this.#saidReasons.add(reason);
    const sign = verdictSign(check.verdict, painter(this.#colour));
    this.#line.say(`${sign} ${check.id}: ${visibleLine(reason)}`);
  }

  /** All checks of a suite have their verdicts. */
  suiteFinished(suite: string, checks: readonly CheckResult[]): void {
    if (withoutServer(checks)) return;
    this.#line.say(`${suite}: ${summaryText(summarise(checks))}`);
  }

  /** To be called every second: rewrites the live line, or breaks a long silence. */
  tick(): void {
    this.#line.tick();
  }

  /** Takes the live line away. */
  end(): void {
    this.#line.end();
  }

  /** Whether there was anything to show, and it has been shown. */
  #showWhole(check: CheckResult): boolean {
    if (!this.#verbose) return false;
    const layout = { paint: painter(this.#colour), proseWidth: this.#proseWidth, verbose: true };
    const texts = renderDetails([check], layout);
    for (const text of texts) this.#line.say(`${text}\n`);
    return texts.length > 0;
  }

  #state(): string {
    const finished = this.#finished.length === 0 ? 'starting' : summaryText(summarise(this.#finished));
    return `${finished}${this.#runningText()}`;
  }

  #runningText(): string {
    const [first, ...others] = this.#running;
    if (first === undefined) return '';
    return others.length === 0 ? `, now ${first}` : `, now ${first} and ${others.length} more`;
  }
}
