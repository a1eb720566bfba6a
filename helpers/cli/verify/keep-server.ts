import { removeOwn } from '../../../containers/docker/leftovers';
import { useReaperIfHere } from '../../../containers/docker/reaper';
import { cleanUpOnSignal } from '../../running/clean-up-on-signal';
import { prepareRun } from '../../running/prepare-run';
import { changesBeforeStart } from '../../running/target-under-test';
import type { RunOptions } from '../../settings/settings';
import { startTarget } from '../../targets/start-target';
import { asInvoked } from '../shared/as-invoked';
import { keep, wayIn } from '../shared/keep';

/** Starts a server as the options have it, says how to reach it, and stays with it until it is removed. */
export async function keepServer(options: RunOptions, tell: (line: string) => void): Promise<number> {
  cleanUpOnSignal(removeOwn);
  await useReaperIfHere();
  const start = async () => {
    const prepared = await prepareRun(options, tell);
    tell(`starting ${prepared.server.name} once more, to be left running`);
    return startTarget(prepared, { before: changesBeforeStart(options) });
  };
  return keep(start, (target) => {
    const clean = asInvoked('npm run verify -- --clean');
    process.stdout.write(`\n${wayIn(target, { state: '', clean })}`);
  });
}
