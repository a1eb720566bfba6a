import { removeOwn } from '../../containers/leftovers';
import { explained } from '../../helpers/cli/explained';
import { fromEnvironment } from '../../helpers/cli/run-options';

/** Once a run, after the workers: whatever they could not end themselves. */
export async function tearDown(): Promise<void> {
  if (!fromEnvironment(process.env).running) await removeOwn();
}

export default explained(tearDown);
