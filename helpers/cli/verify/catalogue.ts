import { proofs } from '../../checks/proofs';
import { suites } from '../../checks/suites';
import type { Level } from '../../model/result';
import { selects } from '../../running/selects';
import { referenceServers } from '../../targets/reference-servers';

/** What the command line needs to know of a suite. */
export interface SuiteListing {
  readonly id: string;
  readonly title: string;
  readonly checks: readonly CheckListing[];
}

/** What the command line needs to know of a check. */
export interface CheckListing {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly reference: string;
  /** Numbers of the rows of the how-to that it proves. */
  readonly rows?: readonly number[];
  /** The broken server that shows that it can fail. */
  readonly provenBy?: string | undefined;
}

/** All that can be named on the command line. */
export interface Catalogue {
  readonly images: readonly string[];
  readonly suites: readonly SuiteListing[];
}

/** What there is. */
export const catalogue: Catalogue = {
  images: ['howto', ...referenceServers.map(({ name }) => name)],
  suites: suites.map((suite) => ({
    ...suite,
    checks: suite.checks.map((check) => ({ ...check, provenBy: proofs[check.id] })),
  })),
};

/** How many checks a run asks that names these suites and checks. */
export function countAsked(suites: readonly SuiteListing[], only: readonly string[]): number {
  return idsAsked(suites, only).length;
}

/** Their ids, in the order of the report. */
export function idsAsked(suites: readonly SuiteListing[], only: readonly string[]): readonly string[] {
  return suites.flatMap(({ id: suite, checks }) =>
    checks.filter(({ id }) => selects(only, { id, suite })).map(({ id }) => id),
  );
}
