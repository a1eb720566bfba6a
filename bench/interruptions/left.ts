import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { listeningPorts, marked } from './marked-processes';

/** How much of a run is still there. */
export interface Left {
  readonly containers: number;
  readonly networks: number;
  readonly volumes: number;
  readonly processes: number;
  readonly ports: number;
  readonly files: number;
}

/** What of a trial is there, and was not there before. */
export function leftOf(mark: string, temporary: string, before: InEngine): Left {
  const after = inEngine();
  const added = (what: keyof InEngine) => after[what].filter((id) => !before[what].includes(id)).length;
  return {
    containers: added('containers'),
    networks: added('networks'),
    volumes: added('volumes'),
    processes: marked(mark).length,
    ports: listeningPorts(marked(mark)),
    files: readdirSync(temporary).filter((name) => !isCache(name)).length,
  };
}

/** The ids of what the engine has. */
export interface InEngine {
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
}

/** What the engine has now. */
export function inEngine(): InEngine {
  const ids = (...args: readonly string[]) =>
    spawnSync('docker', args, { encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
  return {
    containers: ids('ps', '--all', '--quiet', '--no-trunc'),
    networks: ids('network', 'ls', '--quiet', '--no-trunc'),
    volumes: ids('volume', 'ls', '--quiet'),
  };
}

/** What Jest and Testcontainers keep from run to run, one for each user of the machine. */
function isCache(name: string): boolean {
  return /^(jest_\w+|testcontainers-node-\w*\.lock)$/.test(name);
}
