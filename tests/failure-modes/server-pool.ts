import { complaints } from '../../helpers/reproduction/health';
import { remember, restore } from '../../helpers/reproduction/pristine';
import type { Target } from '../../helpers/targets/target';

/** Servers that are broken and mended one after the other: each is whole when it is handed out. */
export class ServerPool implements AsyncDisposable {
  readonly #start: () => Promise<Target>;
  readonly #idle: Target[] = [];

  constructor(start: () => Promise<Target>) {
    this.#start = start;
  }

  /** Lends a whole server. One on which something went wrong is not lent again. */
  async use<T>(work: (target: Target) => Promise<T>): Promise<T> {
    const target = this.#idle.pop() ?? (await this.#fresh());
    try {
      const result = await work(target);
      await restore(target);
      this.#idle.push(target);
      return result;
    } catch (error) {
      await target[Symbol.asyncDispose]();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((target) => target[Symbol.asyncDispose]()));
  }

  async #fresh(): Promise<Target> {
    const target = await this.#start();
    await remember(target);
    return target;
  }
}

/** Throws what is wrong with a server that should be whole. */
export async function expectWhole(target: Target, when: string): Promise<void> {
  expect({ when, complaints: await complaints(target) }).toEqual({ when, complaints: [] });
}
