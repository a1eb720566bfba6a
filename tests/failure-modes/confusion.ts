import type { Diagnosis } from '../../helpers/model/diagnosis';

/** Which modes a diagnosis names, other than those that the server had before it was broken. */
export function namedIn(
  { findings }: Pick<Diagnosis, 'findings'>,
  standing: readonly string[] = [],
): readonly string[] {
  return findings
    .filter(({ confidence, mode }) => confidence !== 'possible' && !standing.includes(mode.id))
    .map(({ mode }) => mode.id);
}

/** Which modes were named where which one was injected: the diagonal is one number, whatever is beside it a line. */
export class Confusion {
  readonly #named = new Map<string, readonly string[]>();
  readonly #passedOver = new Map<string, string>();

  add(injected: string, named: readonly string[]): void {
    this.#named.set(injected, named);
  }

  /** A mode that this version can't have. */
  passedOver(id: string, reason: string): void {
    this.#passedOver.set(id, reason);
  }

  /** A line for each injected mode that was not named, or not alone. */
  get besideDiagonal(): readonly string[] {
    return [...this.#named]
      .filter(([injected, named]) => named.length !== 1 || named[0] !== injected)
      .map(([injected, named]) => `${injected} → ${named.join(', ') || 'nothing'}`);
  }

  get text(): string {
    const beside = this.besideDiagonal;
    const all = this.#named.size;
    const right = `${all - beside.length} of ${all} on the diagonal`;
    return [
      `Failure modes injected × named: ${right}, and ${beside.length === 0 ? 'nothing' : beside.length} beside it`,
      ...beside.map((line) => `  ${line}`),
      ...[...this.#passedOver].map(([id, reason]) => `  not here: ${id}: ${reason}`),
    ].join('\n');
  }
}
