import { diagnoseLines, factsOf } from '../../helpers/diagnosis/of-server';
import { catalogue } from '../../helpers/failure-modes/catalogue';
import { complaints } from '../../helpers/reproduction/health';
import { keepOriginalFiles } from '../../helpers/targets/original-files';
import type { Target } from '../../helpers/targets/target';
import { namedIn } from './confusion';

/** A whole server, and what is known to be wrong with it all the same: the how-to's dead lists. */
export interface Lent {
  readonly target: Target;
  /** Ids of the modes that its configuration alone shows. */
  readonly standing: readonly string[];
}

/** Servers that are broken and mended one after the other: each is whole when it is handed out. */
export class ServerPool implements AsyncDisposable {
  readonly #start: () => Promise<Target>;
  readonly #idle: Lent[] = [];

  constructor(start: () => Promise<Target>) {
    this.#start = start;
  }

  /**
   * Lends a whole server, with the files that the last one left: it was seen to be whole when it was new, and by whoever had it
   * last. One on which something went wrong is not lent again.
   */
  async use<T>(work: (lent: Lent) => Promise<T>): Promise<T> {
    const lent = this.#idle.pop() ?? (await this.#fresh());
    try {
      const result = await work(lent);
      this.#idle.push(lent);
      return result;
    } catch (error) {
      await lent.target[Symbol.asyncDispose]();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(({ target }) => target[Symbol.asyncDispose]()));
  }

  async #fresh(): Promise<Lent> {
    const target = await this.#start();
    await keepOriginalFiles(target);
    await expectWhole(target, 'as it starts');
    return { target, standing: namedIn(await diagnoseLines(catalogue, [], await factsOf(target, catalogue))) };
  }
}

/** Of the log, to see how a server came to be so: whether master ended, or something held its ports. */
const lastLines = 30;

/** Throws what is wrong with a server that should be whole. */
export async function expectWhole(target: Target, when: string): Promise<void> {
  const found = await complaints(target);
  const log = found.length > 0 ? target.log.linesSince(0).slice(-lastLines) : [];
  expect({ when, complaints: found, log }).toEqual({ when, complaints: [], log: [] });
}
