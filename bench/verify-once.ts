import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultFile } from '../helpers/model/result';

/** One run of `verify`, as a process of its own. */
export interface VerifyRun {
  readonly exitStatus: number | null;
  readonly seconds: number;
  /** Undefined where it wrote none: what it said instead has been shown. */
  readonly result: ResultFile | undefined;
}

/** Runs `verify` quietly with these arguments, and reads the result that it writes into the folder. */
export function verifyOnce(args: readonly string[], folder: string): VerifyRun {
  const startedMs = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-r', './.ci/typescript.js', 'helpers/cli/main.ts', 'verify', '--quiet', ...args].concat([
      ...['--out', folder, '--format', 'json'],
    ]),
    { cwd: join(__dirname, '..'), encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const run = { exitStatus: status, seconds: Math.round((performance.now() - startedMs) / 1000) };
  const path = join(folder, 'result.json');
  try {
    return { ...run, result: JSON.parse(readFileSync(path, 'utf8')) as ResultFile };
  } catch {
    // No result is one too: it is told, and counted by the caller.
    process.stdout.write(stderr);
    return { ...run, result: undefined };
  } finally {
    rmSync(path, { force: true });
  }
}
