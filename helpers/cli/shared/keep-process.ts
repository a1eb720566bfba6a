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
    stdio: ['ignore', own(outputOnStderr ? process.stderr : process.stdout), own(process.stderr), 'ipc'],
    env: { ...process.env, ...toEnvironment({ keeper: true }) },
  });
  keeper.stdout?.pipe(outputOnStderr ? process.stderr : process.stdout, { end: false });
  keeper.stderr?.pipe(process.stderr, { end: false });
  const stop = () => keeper.kill('SIGINT');
  process.on('SIGINT', stop);
  const [said] = await Promise.race([once(keeper, 'message'), once(keeper, 'exit')]);
  process.off('SIGINT', stop);
  if (said !== 'kept') return typeof said === 'number' ? said : 2;
  // By then it has closed its side: all that it had to say is here.
  if (keeper.stdout && !keeper.stdout.readableEnded) await once(keeper.stdout, 'end');
  keeper.stderr?.destroy();
  keeper.disconnect();
  keeper.unref();
  return 0;
}

/**
 * A terminal is shared. A pipe is not, which somebody reads to its end, as `| tail` and `$(…)` do: what stays, and what that
 * starts, would hold it open for as long as it stays.
 */
function own(output: NodeJS.WriteStream): 'pipe' | NodeJS.WriteStream {
  return output.isTTY ? output : 'pipe';
}
