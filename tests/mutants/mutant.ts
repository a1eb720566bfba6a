import type { Target } from '../../helpers/targets/target';

/** A server broken on purpose, and the checks that must notice. */
export interface Mutant {
  readonly name: string;
  /** Shell commands before the start, as an administrator might have done it. */
  readonly before?: string;
  /** What is asked in the place of the server that was started. */
  readonly standIn?: (real: Target) => Promise<Target>;
  readonly noticedBy: readonly Notice[];
  /** The failure mode that is named as the cause, first; undefined: the catalogue has none, and the report says so. */
  readonly cause?: string;
  /** The directive of the how-to that is taken out or loosened, where it is about one. */
  readonly directive?: string;
  /** The reference server that is broken; that of the run unless said. */
  readonly server?: string;
}

/** Which checks notice a mutant, and why: what they expected, and what they saw instead, in one and the same finding. */
export interface Notice {
  /** Every check whose id matches is asked, and must fail; at least one there must be. */
  readonly checks: RegExp;
  /** Part of it. */
  readonly expected: string | RegExp;
  /** Part of it; of text, from its beginning. */
  readonly saw: string | RegExp;
}

/** The same mutant, with the failure mode that is its cause. */
export function explainedBy(cause: string, mutant: Mutant): Mutant {
  return { ...mutant, cause };
}
