import { Command } from '@commander-js/extra-typings';
import { referenceVersions } from '../../targets/reference-servers';
import type { Declaration } from '../shared/subcommand';

/** What `reproduce` takes. */
export function declareReproduce() {
  const command = new Command('reproduce')
    .description(
      'Starts a healthy server in a lab, breaks it as the failure mode says, and shows what its clients see, what it logs ' +
        'and what diagnose says of it; then repairs it, and shows that it is whole again.',
    )
    .argument('[failure-mode]', 'a family of failure modes to list, or FAMILY/NAME to see one')
    .option('--image <name>', `on which server: howto (default), ${referenceVersions.join(', ')}`)
    .option('--keep', 'leave the server running, broken, and say how to get in')
    .option('--clean', 'remove the servers that --keep left')
    .option('--docs [folder]', 'write a page for every failure mode (default: docs/failure-modes)');
  return {
    command,
    usage: [
      ['[FAMILY]', 'list the known failure modes'],
      ['FAMILY/NAME [options]', 'break a server so, look at it, mend it'],
      ['--clean', 'remove the servers that --keep left'],
    ],
    exitStatus: [
      [0, 'it was seen, diagnosed and mended'],
      [1, 'it was not as the catalogue says'],
      [2, 'wrong usage, or it could not be tried'],
    ],
    examples: [
      'npm run reproduce',
      'npm run reproduce -- saslauthd/not-running --keep',
      'npm run reproduce -- --clean',
    ],
  } as const satisfies Declaration<unknown>;
}
