import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** In the environment of all that a trial starts, and so found in /proc whatever becomes of its parents. */
export const markName = 'SMTP_AUTH_HARNESS_TRIAL';

/** The processes that a trial has started. */
export function marked(mark: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readOf(`/proc/${pid}/environ`).split('\0').includes(`${markName}=${mark}`))
    .map(Number);
}

/** The command line of a process; empty where it has ended. */
export function commandOf(pid: number): string {
  return readOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

/** How many TCP ports these processes listen on. */
export function listeningPorts(pids: readonly number[]): number {
  const lines = spawnSync('ss', ['-Hltnp'], { encoding: 'utf8' }).stdout?.split('\n') ?? [];
  return lines.filter((line) => pids.some((pid) => line.includes(`pid=${pid},`))).length;
}

/** Sends a signal, if there is somebody to get it. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    if (pid > 0) process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

/** Empty where it can't be read: the process has ended. */
function readOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
