import type { Target } from './target';

/**
 * One more server of a kind, for checks that change the world around it and not the server: they have it one after the other.
 * It is started when the first of them asks, and ends with its owner.
 */
export class SpareServer implements AsyncDisposable {
  readonly #launch: () => Promise<Target>;
  #server: Promise<Target> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(launch: () => Promise<Target>) {
    this.#launch = launch;
  }

  /** The server, the caller's alone until it is disposed of. */
  async lend(): Promise<Target> {
    const turn = this.#last;
    let giveBack = () => {};
    this.#last = new Promise((resolve) => {
      giveBack = resolve;
    });
    await turn;
    try {
      this.#server ??= this.#launch();
      return { ...(await this.#server), [Symbol.asyncDispose]: async () => giveBack() };
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // One that did not start has told those who asked for it; there is nothing to end.
    await (await this.#server?.catch(() => undefined))?.[Symbol.asyncDispose]();
  }
}
