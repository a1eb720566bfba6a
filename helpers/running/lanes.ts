/**
 * Asks the checks of several suites side by side: each suite has a lane, or shares one, and of a lane so many are asked at a time,
 * in the order in which they came.
 */
export class Lanes {
  readonly #lanes = new Map<string, { free: number; readonly waiting: (() => void)[] }>();

  /** Does the work when it is its turn in a lane that has room for so many. */
  async run<T>({ lane, room }: { readonly lane: string; readonly room: number }, work: () => Promise<T>): Promise<T> {
    const known = this.#lanes.get(lane) ?? { free: room, waiting: [] };
    this.#lanes.set(lane, known);
    if (known.free > 0) known.free--;
    else await new Promise<void>((go) => known.waiting.push(go));
    try {
      return await work();
    } finally {
      // Handed on, so that whoever comes in between does not take it.
      const next = known.waiting.shift();
      if (next) next();
      else known.free++;
    }
  }
}
