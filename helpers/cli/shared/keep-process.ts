import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setting, toEnvironment } from '../../settings/settings';

/** Whether this process was started to keep a server: it starts it, and does nothing else that its arguments ask. */
export function isKeeper(): boolean {
  return setting('keeper', process.env);
}

/**
 * Leaves a server running. The world around it, its DNS and what receives its mail, is in the memory of the process that
 * started it: so a process of its own, with the same arguments, keeps all of them until the container is removed. This one
 * shows what that does until the server stands, and returns its exit status if it doesn't.
 */
export async function keepInAnotherProcess({ outputOnStderr = false } = {}): Promise<number> {
  const keeper = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    // Ctrl-C belongs to whoever waits here; what is kept stays.
    detached: true,
    stdio: ['ignore', outputOnStderr ? 2 : 1, 2, 'ipc'],
    env: { ...process.env, ...toEnvironment({ keeper: true }) },
  });
  const stop = () => keeper.kill('SIGINT');
  process.on('SIGINT', stop);
  const [said] = await Promise.race([once(keeper, 'message'), once(keeper, 'exit')]);
  process.off('SIGINT', stop);
  if (said !== 'kept') return typeof said === 'number' ? said : 2;
  keeper.disconnect();
  keeper.unref();
  return 0;
}
