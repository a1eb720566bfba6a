import { cut } from '../text/text-layout';

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

/** The last line of a terminal, rewritten as things change, below what stays; in a log, a sign of life now and then. */
export class LiveLine {
  readonly #output: ProgressOutput;
  readonly #state: () => string;
  readonly #startedMs: number;
  #lastWriteMs: number;

  /** The state is what the line says now, behind how long it has taken. */
  constructor(output: ProgressOutput, state: () => string) {
    this.#output = output;
    this.#state = state;
    this.#startedMs = output.now();
    this.#lastWriteMs = this.#startedMs;
  }

  /** Says what stays. */
  say(text: string): void {
    this.#lastWriteMs = this.#output.now();
    this.end();
    this.#output.write(`${text}\n`);
    this.redraw();
  }

  /** Shows the state as it is now. */
  redraw(): void {
    const { liveWidth, write } = this.#output;
    if (liveWidth !== undefined) write(`${clearLine}${cut(this.#text(), liveWidth - 1)}`);
  }

  /** To be called every second: rewrites the line, or breaks a long silence. */
  tick(): void {
    this.redraw();
    if (this.#output.liveWidth === undefined && this.#output.now() - this.#lastWriteMs >= silenceLimitMs) {
      this.say(this.#text());
    }
  }

  /** Takes the line away. */
  end(): void {
    if (this.#output.liveWidth !== undefined) this.#output.write(clearLine);
  }

  #text(): string {
    return `… ${Math.floor((this.#output.now() - this.#startedMs) / 1000)} s: ${this.#state()}`;
  }
}

const clearLine = '\r\u001b[2K';
