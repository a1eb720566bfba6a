import type { Subcommand } from '../shared/subcommand';
import { declareReproduce } from './options';

/** The command `reproduce`. */
export const subcommand: Subcommand = {
  name: 'reproduce',
  summary: 'list the known failure modes, or see one happen in a container and mend it',
  order: 3,
  declare: declareReproduce,
  startsContainers: (argv) => load().startsContainers(argv),
  run: (argv) => load().runReproduce(argv),
};

/** Loaded when asked for: each command takes longer to load than the help to print. */
function load() {
  return require('./reproduce') as typeof import('./reproduce');
}
