import type { Subcommand } from '../shared/subcommand';
import { declareVerify } from './options';

/** The command `verify`. */
export const subcommand: Subcommand = {
  name: 'verify',
  summary: 'start an image in a closed lab, ask it what its suites ask, write a report',
  order: 1,
  declare: () => declareVerify((require('./catalogue') as typeof import('./catalogue')).catalogue),
  engines: (argv) => load().engines(argv),
  startsContainers: (argv) => load().startsContainers(argv),
  run: (argv) => load().verify(argv),
};

/** Loaded when asked for: each command takes longer to load than the help to print. */
function load() {
  return require('./verify') as typeof import('./verify');
}
