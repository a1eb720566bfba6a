import { removeOwn } from '../../containers/docker/leftovers';
import { explained } from './explained';
import { fromEnvironment } from './run-options';

/** Once a run, after the workers: whatever they could not end themselves. */
export async function tearDown(): Promise<void> {
  if (!fromEnvironment(process.env).running) await removeOwn();
}

export default explained(tearDown);
