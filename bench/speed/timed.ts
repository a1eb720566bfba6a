import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** How long a program took. */
export interface Took {
  readonly clockMs: number;
  /** Its own processor time and that of all processes which it has started and waited for. */
  readonly processorMs: number;
}

/** What a program is started with. */
export interface RunOptions {
  readonly cwd?: string | undefined;
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Exit statuses that are no failure, by default 0 alone. */
  readonly statuses?: readonly number[];
}

/** Runs a program to its end, times it, and throws where its exit status says that it failed. */
export async function timed(
  command: readonly string[],
  { statuses = [0], ...options }: RunOptions = {},
): Promise<Took> {
  const script = `exec 3>&2; TIMEFORMAT='%R %U %S'; time "$@" 2>&3 >&3`;
  const child = spawn('bash', ['-c', script, 'bash', ...command], {
    ...options,
    // What the program itself says goes another way than what bash says of it.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, , [status]] = await Promise.all([text(child.stderr), text(child.stdout), once(child, 'exit')]);
  if (!statuses.includes(status)) throw new Error(`${command.join(' ')}: exit status ${status}\n${said.slice(-2000)}`);
  return tookOf(said);
}

/** Reads what bash's `time` has written last: seconds on the clock, of the user, of the system. */
export function tookOf(text: string): Took {
  const last = text.trim().split('\n').at(-1) ?? '';
  const [clock = Number.NaN, user = Number.NaN, system = Number.NaN] = last.split(' ').map(Number);
  if (Number.isNaN(clock + user + system)) throw new Error(`no times in: ${text}`);
  return { clockMs: clock * 1000, processorMs: (user + system) * 1000 };
}
