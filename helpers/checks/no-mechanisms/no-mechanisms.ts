import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { beginToObserve, breakageChecks } from './breakage-checks';
import { usableMechanism } from './usable-mechanism';

/** `fatal: no SASL authentication mechanisms`: reproduced in each way, recognised, explained and repaired. */
export const noMechanisms: Suite = {
  id: 'no-mechanisms',
  title: 'No mechanisms',
  why: 'smtpd dies before its greeting, master throttles it, and every client meets silence, not only those that log in.',
  checks: [...usableMechanism(), ...breakageChecks(), ...checksBeside(__dirname)],
  begin: beginToObserve,
};
