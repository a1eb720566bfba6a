import { imageId } from '../../containers/images';
import { owner, removeOrphans } from '../../containers/leftovers';
import { fromEnvironment } from '../../helpers/cli/run-options';
import { prepareTarget } from '../../helpers/targets/prepare-target';

/** Once a run, before the workers: what dead runs left is removed, and the images of the target are made ready. */
export default async function setUp(): Promise<void> {
  const { image } = fromEnvironment(process.env);
  process.env.HARNESS_OWNER = owner();
  // Testcontainers insists on its reaper unless told otherwise, and without a registry the reaper can't be had.
  process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true';
  const removed = await removeOrphans();
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  if (removed > 0) tell(`removed ${removed} containers that a run left which was killed`);
  process.env.HARNESS_PREPARED = JSON.stringify(await prepareTarget(image, tell));
  if (await imageId('testcontainers/ryuk:0.14.0')) process.env.TESTCONTAINERS_RYUK_DISABLED = 'false';
}
