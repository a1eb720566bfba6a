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

/** Entry injected × entry named: the diagonal is one number, whatever is beside it a line. */
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

  get text(): string {
    const rows = [...this.#named];
    const right = rows.filter(([injected, named]) => named.length === 1 && named[0] === injected);
    const beside = rows.filter((row) => !right.includes(row));
    return [
      `Failure modes injected × named: ${right.length} of ${rows.length} on the diagonal, and nothing beside it`,
      ...beside.map(([injected, named]) => `  ${injected} → ${named.join(', ') || 'nothing'}`),
      ...[...this.#passedOver].map(([id, reason]) => `  not here: ${id}: ${reason}`),
    ].join('\n');
  }
}
