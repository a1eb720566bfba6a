import type { FailureMode } from '../model/failure-mode';
import { readCatalogue } from './read-catalogue';

/** Every failure mode that is known, in the order of their ids. */
export const catalogue: readonly FailureMode[] = readCatalogue(__dirname);
