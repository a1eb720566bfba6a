import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, kill, marked } from './marked-processes';

/** How a run is broken off: a signal to its first process, or what is done to it. */
export const ways = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGKILL',
  'SIGKILL to all',
  'SIGKILL to a worker',
  'exception',
  'full disk',
] as const;
/** One of them. */
export type Way = (typeof ways)[number];

/** Breaks a run off. */
export function breakOff(child: ChildProcess, way: Way, mark: string, temporary: string): void {
  switch (way) {
    case 'SIGKILL to all':
      for (const pid of marked(mark)) kill(pid, 'SIGKILL');
      return;
    case 'SIGKILL to a worker':
      // Where there is none, as with one file of tests, what comes next to it.
      kill(
        marked(mark).findLast((pid) => commandOf(pid).includes('processChild')) ?? marked(mark).at(-1) ?? 0,
        'SIGKILL',
      );
      return;
    case 'full disk':
      spawnSync('dd', ['if=/dev/zero', `of=${join(temporary, 'full')}`, 'bs=64k'], { stdio: 'ignore' });
      return;
    case 'exception':
      return;
    default:
      child.kill(way);
  }
}

/** Makes each Node process of the run throw at that moment. */
export function throwing(folder: string, afterMs: number): NodeJS.ProcessEnv {
  const file = join(folder, 'throw.js');
  writeFileSync(file, `setTimeout(() => { throw new Error('thrown on purpose'); }, ${afterMs}).unref();\n`);
  return { NODE_OPTIONS: `--require ${file}` };
}

/** A folder on a disk of some megabytes; as root on Linux. */
export function makeTiny(tiny: string): string {
  mkdirSync(tiny, { recursive: true });
  spawnSync('umount', [tiny], { stdio: 'ignore' });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', tiny]);
  if (status !== 0) throw new Error('a small disk can not be mounted: run it as root, or choose another --way');
  return join(tiny, 'tmp');
}
