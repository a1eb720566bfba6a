import { LiveLine, type ProgressOutput } from '../terminal/live-line';
import type { MatrixServer } from './matrix';
import { serverSum } from './matrix-conclusion';

/** Shows how far each server is, and what came of it as soon as it has ended. */
export class MatrixProgress {
  readonly #line: LiveLine;
  readonly #total: number;
  readonly #standing: Map<string, string>;

  /** The total is how many checks each server is asked. */
  constructor(output: ProgressOutput, servers: readonly string[], total: number) {
    this.#line = new LiveLine(output, () => this.#state());
    this.#total = total;
    this.#standing = new Map(servers.map((name) => [name, 'waiting']));
  }

  /** What the server does now, such as `waiting`. */
  stands(name: string, words: string): void {
    this.#standing.set(name, words);
    this.#line.redraw();
  }

  /** How many of its checks have an answer; none as long as it starts. */
  answered(name: string, count: number): void {
    this.stands(name, count === 0 ? 'starting' : `${count}/${this.#total}`);
  }

  /** Nothing more is to come of the server. */
  ended(server: MatrixServer): void {
    this.#standing.delete(server.name);
    this.say(serverSum(server));
  }

  /** Says what stays, such as what is being built. */
  say(text: string): void {
    this.#line.say(text);
  }

  /** To be called every second: rewrites the live line, or breaks a long silence. */
  tick(): void {
    this.#line.tick();
  }

  /** Takes the live line away. */
  end(): void {
    this.#line.end();
  }

  #state(): string {
    return [...this.#standing].map(([name, words]) => `${name} ${words}`).join(', ');
  }
}
