import type { Level } from '../model/result';

/** What the command line needs to know of a suite; helpers/checks/suites.ts has more. */
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
}

/** All that can be named on the command line. */
export interface Catalogue {
  readonly images: readonly string[];
  readonly suites: readonly SuiteListing[];
}

/** What there is. A suite without a list of its checks takes any check's id that begins with its own. */
export const catalogue: Catalogue = {
  images: ['howto', 'centos7', 'debian12'],
  suites: [
    { id: 'authenticated-relay', title: 'Authenticated relay', checks: [] },
    { id: 'open-relay', title: 'Open relay', checks: [] },
    { id: 'anonymous-denial', title: 'Anonymous denial', checks: [] },
    { id: 'no-mechanisms', title: 'No mechanisms', checks: [] },
  ],
};
