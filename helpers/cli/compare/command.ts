import type { Subcommand } from '../shared/subcommand';
import { declareCompare } from './options';

/** The command `compare`. */
export const subcommand: Subcommand = {
  name: 'compare',
  summary: 'two results, baselines or images side by side: verdicts, and what the server does otherwise',
  order: 4,
  declare: declareCompare,
  // Loaded when asked for: each command takes longer to load than the help to print.
  startsContainers: (argv) => (require('./compare') as typeof import('./compare')).startsContainers(argv),
  run: (argv) => (require('./compare') as typeof import('./compare')).compare(argv),
};
