import { removeOwn } from '../../containers/leftovers';
import { explained } from '../../helpers/cli/explained';

/** Once a run, after the workers: whatever they could not end themselves. */
export async function tearDown(): Promise<void> {
  await removeOwn();
}

export default explained(tearDown);
