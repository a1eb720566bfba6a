import { removeOwn } from '../../containers/leftovers';

/** Once a run, after the workers: whatever they could not end themselves. */
export default async function tearDown(): Promise<void> {
  await removeOwn();
}
