import type { PreparedTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';
import type { Change, Target, Variant } from '../../helpers/targets/target';
import { VariantPool } from '../../helpers/targets/variant-pool';
import type { Mutant } from './mutant';

/** What nothing brings back: a server whose programs were changed is of no use to the next. */
const programs = /\/usr\/s?bin\//;

/** Servers of a kind that are one mutant after the other, each brought back to what it was before it is the next. */
export class BrokenServers implements AsyncDisposable {
  readonly #prepare: () => Promise<PreparedTarget>;
  // Two, since a check of a mutant asks for variants: they must not wait for each other.
  readonly #mutants = new VariantPool((change) => this.#start(change));
  readonly #variants = new VariantPool((change) => this.#start(change));
  #prepared: Promise<PreparedTarget> | undefined;

  constructor(prepare: () => Promise<PreparedTarget>) {
    this.#prepare = prepare;
  }

  /** The mutant, the caller's until it is disposed of. */
  async lend({ name, before = '' }: Mutant): Promise<Target> {
    if (programs.test(before)) return startTarget(await this.#preparedOnce(), { before });
    const variantOf = (variant: Variant): Variant => ({
      ...variant,
      name: `${name}: ${variant.name}`,
      before: `${before}\n${variant.before ?? ''}`,
    });
    const lent = await this.#mutants.lend({ name, before });
    let lentStill = true;
    return {
      ...lent,
      variant: (variant) => this.#variants.lend(variantOf(variant)),
      // What stands in for it ends it too.
      [Symbol.asyncDispose]: async () => {
        if (lentStill) await lent[Symbol.asyncDispose]();
        lentStill = false;
      },
    };
  }

  async #start(change: Change): Promise<Target> {
    return startTarget(await this.#preparedOnce(), change);
  }

  #preparedOnce(): Promise<PreparedTarget> {
    this.#prepared ??= this.#prepare();
    return this.#prepared;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#variants[Symbol.asyncDispose](), this.#mutants[Symbol.asyncDispose]()]);
  }
}
