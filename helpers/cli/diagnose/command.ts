import type { Subcommand } from '../shared/subcommand';

/** The command `diagnose`. */
export const subcommand: Subcommand = {
  name: 'diagnose',
  summary: 'say what is wrong with a server by its log and configuration',
  order: 2,
  declare: () => (require('./options') as typeof import('./options')).declareDiagnose(),
  startsContainers: () => false,
  // Loaded when asked for: each command takes longer to load than the help to print.
  run: (argv) => (require('./diagnose') as typeof import('./diagnose')).diagnoseHere(argv),
};
