import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { engineEnvironment } from './engine-environment';
import { ownProgram } from './own-program';

/**
 * Removes the containers of a run that was interrupted, and of any other whose process is no more; from the engine that is there
 * unless one is named. In a process and a process group of its own: Ctrl-C has ended the esbuild service that ours needs to load
 * any more files, and the Docker client takes too long to load it for every `--help`.
 */
export async function removeContainers(engine?: string): Promise<void> {
  const program = ownProgram(join(__dirname, 'remove-orphans'));
  const env = engineEnvironment(engine, process.env);
  // What our own process was started with reads TypeScript, where it has to.
  await once(
    spawn(process.execPath, [...process.execArgv, program], { stdio: 'inherit', detached: true, env }),
    'exit',
  );
}
