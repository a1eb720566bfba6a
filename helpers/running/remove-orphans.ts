import { removeOrphans } from '../../containers/docker/leftovers';

// A program of its own, started by remove-containers.ts.
removeOrphans().catch((error: Error) => {
  process.stderr.write(`verify: the containers could not all be removed: ${error.message}\n`);
});
