import { EventEmitter, once } from 'node:events';
import { Bench } from './bench';
import type { Change, Target, Variant } from './target';

/** How many servers are changed at a time. A check holds one variant at a time, else checks could wait for each other. */
const limit = 3;

/**
 * Servers that are one variant of a target after the other: to start one costs several times what it costs to bring back its
 * files and restart its services. Checks that ask for the same variant at the same time share it; all end with the target.
 */
export class Variants implements AsyncDisposable {
  readonly #launch: (change: Change) => Promise<Target>;
  readonly #benches = new Set<Bench>();
  readonly #events = new EventEmitter().setMaxListeners(0);

  constructor(launch: (change: Change) => Promise<Target>) {
    this.#launch = launch;
  }

  /** The variant, the caller's until it is disposed of. The same object for all who share it. */
  async lend(variant: Variant): Promise<Target> {
    for (;;) {
      // Without a pause in between: whoever asks next must find it taken.
      const bench = this.#benchFor(variant);
      if (bench) return this.#dress(bench, variant);
      await once(this.#events, 'given back');
    }
  }

  /** One that is this variant, else one that nobody uses, else a new one where there may be one more. */
  #benchFor(variant: Variant): Bench | undefined {
    const benches = [...this.#benches];
    return (
      benches.find((bench) => bench.is(variant)) ??
      benches.find((bench) => bench.users === 0 && bench.fits(variant)) ??
      this.#newBench(variant)
    );
  }

  async #dress(bench: Bench, variant: Variant): Promise<Target> {
    bench.users++;
    const giveBack = () => {
      bench.users--;
      this.#events.emit('given back');
    };
    try {
      return await bench.wear(variant, giveBack);
    } catch (error) {
      this.#benches.delete(bench);
      giveBack();
      await bench[Symbol.asyncDispose]();
      throw error;
    }
  }

  #newBench({ vantagePoints }: Variant): Bench | undefined {
    // Clients besides the usual ones need a lab of their own.
    if (!vantagePoints && [...this.#benches].filter((bench) => bench.fits({})).length >= limit) return undefined;
    const bench = new Bench(this.#launch, vantagePoints);
    this.#benches.add(bench);
    return bench;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#benches].map((bench) => bench[Symbol.asyncDispose]()));
  }
}
