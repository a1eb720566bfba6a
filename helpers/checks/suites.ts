import { anonymousDenial } from './anonymous-denial';
import { authenticatedRelay } from './authenticated-relay';
import type { Suite } from './check';
import { noMechanisms } from './no-mechanisms/no-mechanisms';
import { openRelay } from './open-relay';

/** All suites, in the order in which they are reported. */
export const suites: readonly Suite[] = [authenticatedRelay, openRelay, anonymousDenial, noMechanisms];
