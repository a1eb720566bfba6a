import { owner, removeOrphans } from '../../containers/docker/leftovers';
import { useReaperIfHere } from '../../containers/docker/reaper';
import { goOnUnread } from '../../reports/terminal/go-on-unread';
import { HarnessError } from '../errors';
import { prepareTarget } from '../targets/prepare-target';
import { catalogue } from './catalogue';
import { cleanUpOnSignal } from './clean-up-on-signal';
import { explained } from './explained';
import { tearDown } from './global-teardown';
import { profileOf } from './profile-of';
import { defaultOptions, fromEnvironment } from './run-options';

/** Once a run, before the workers: what dead runs left is removed, and the images of the target are made ready. */
async function setUp(): Promise<void> {
  goOnUnread();
  const { image, profile, running, set, before } = fromEnvironment(process.env);
  // It needs no containers, and so no engine.
  if (running) return;
  process.env.HARNESS_OWNER = owner();
  cleanUpOnSignal(tearDown);
  await useReaperIfHere();
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const removed = await removeOrphans();
  if (removed > 0) tell(`removed ${removed} containers of a run that was killed`);
  const prepared = await prepareTarget(wanted(image, profile), tell);
  if (prepared.profile && (set.length > 0 || before !== undefined)) {
    const instead = 'the profile of an image says how it is started: environment, files, command';
    throw new HarnessError('EUSAGE', `--set and --before change a reference server; ${instead}`);
  }
  process.env.HARNESS_PREPARED = JSON.stringify(prepared);
}

/** The profile of the image, where one was given; what is named beside it is the image that the profile is for. */
function wanted(image: string, file: string | undefined) {
  if (file === undefined) return image;
  const profile = profileOf(file, catalogue);
  return image === defaultOptions.image ? profile : { ...profile, source: { kind: 'image' as const, image } };
}

export default explained(setUp);
