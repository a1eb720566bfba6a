import type { Target } from './target';

/** The variants of one target that were asked for: each is started once, and all end with the target. */
export class Variants implements AsyncDisposable {
  readonly #started = new Map<string, Promise<Target>>();

  get(name: string, start: () => Promise<Target>): Promise<Target> {
    const known = this.#started.get(name) ?? start();
    this.#started.set(name, known);
    return known;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // One that did not start has told those who asked for it; there is nothing to end.
    const running = await Promise.all([...this.#started.values()].map((one) => one.catch(() => undefined)));
    await Promise.all(running.map((one) => one?.[Symbol.asyncDispose]()));
  }
}
