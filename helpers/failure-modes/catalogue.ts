import type { FailureMode } from '../model/failure-mode';
import { noMechanisms } from './no-mechanisms';

/** Every failure mode that is known, family by family. */
export const catalogue: readonly FailureMode[] = [...noMechanisms];
