import { owner, removeOrphans } from '../../containers/leftovers';
import { useReaperIfHere } from '../../containers/reaper';
import { cleanUpOnSignal } from '../../helpers/cli/clean-up-on-signal';
import { explained } from '../../helpers/cli/explained';
import { fromEnvironment } from '../../helpers/cli/run-options';
import { prepareTarget } from '../../helpers/targets/prepare-target';
import { tearDown } from './global-teardown';

/** Once a run, before the workers: what dead runs left is removed, and the images of the target are made ready. */
async function setUp(): Promise<void> {
  const { image } = fromEnvironment(process.env);
  process.env.HARNESS_OWNER = owner();
  cleanUpOnSignal(tearDown);
  await useReaperIfHere();
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const removed = await removeOrphans();
  if (removed > 0) tell(`removed ${removed} containers of a run that was killed`);
  process.env.HARNESS_PREPARED = JSON.stringify(await prepareTarget(image, tell));
}

export default explained(setUp);
