import type { Subcommand } from '../shared/subcommand';
import { declareMerge } from './options';

/** The command `merge`. */
export const subcommand: Subcommand = {
  name: 'merge',
  summary: 'join the results of shards, images and machines into one report',
  order: 5,
  declare: declareMerge,
  // Loaded when asked for: each command takes longer to load than the help to print.
  startsContainers: () => false,
  run: (argv) => (require('./merge') as typeof import('./merge')).merge(argv),
};
