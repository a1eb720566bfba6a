import type { FailureMode } from '../model/failure-mode';
import { noMechanisms } from './no-mechanisms';
import { relayRefused } from './relay-refused';
import { relayRefusedTables } from './relay-refused-tables';

/** Every failure mode that is known, family by family. */
export const catalogue: readonly FailureMode[] = [...noMechanisms, ...relayRefused, ...relayRefusedTables];
