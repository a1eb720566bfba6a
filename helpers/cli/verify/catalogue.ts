import { suites } from '../../checks/suites';
import type { Level } from '../../model/result';
import { referenceServers } from '../../targets/reference-servers';

/** What the command line needs to know of a suite. One that lists no checks takes any id that begins with its own. */
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
}

/** All that can be named on the command line. */
export interface Catalogue {
  readonly images: readonly string[];
  readonly suites: readonly SuiteListing[];
}

/** What there is. */
export const catalogue: Catalogue = {
  images: ['howto', ...referenceServers.map(({ name }) => name)],
  suites,
};
