import { owner, removeOrphans } from '../../containers/docker/leftovers';
import { useReaperIfHere } from '../../containers/docker/reaper';
import { goOnUnread } from '../../reports/terminal/go-on-unread';
import { runOptions, setting, toEnvironment } from '../settings/settings';
import { cleanUpOnSignal } from './clean-up-on-signal';
import { endWithParent } from './end-with-parent';
import { exitWithAdvice } from './exit-with-advice';
import { tearDown } from './global-teardown';
import { prepareRun } from './prepare-run';

/** Once a run, before the workers: what dead runs left is removed, and the images of the target are made ready. */
async function setUp(): Promise<void> {
  goOnUnread();
  const options = runOptions(process.env);
  endWithParent(setting('parent', process.env), tearDown);
  // It needs no containers, and so no engine.
  if (options.running) return;
  Object.assign(process.env, toEnvironment({ owner: owner() }));
  cleanUpOnSignal(tearDown);
  await useReaperIfHere();
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const removed = await removeOrphans();
  if (removed > 0) tell(`removed ${removed} containers of a run that was killed`);
  const prepared = await prepareRun(options, tell);
  Object.assign(process.env, toEnvironment({ prepared: JSON.stringify(prepared) }));
}

export default exitWithAdvice(setUp);
