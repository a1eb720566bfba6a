import { removeOwn } from '../../containers/docker/leftovers';
import { setting } from '../settings/settings';
import { exitWithAdvice } from './exit-with-advice';

/** Once a run, after the workers: whatever they could not end themselves. */
export async function tearDown(): Promise<void> {
  if (!setting('running', process.env)) await removeOwn();
}

export default exitWithAdvice(tearDown);
