import { readdirSync } from 'node:fs';
import { dockerEngine } from '../../containers/docker/engine';
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
export async function leftOf(mark: string, temporary: string, before: InEngine): Promise<Left> {
  const after = await inEngine();
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
export async function inEngine(): Promise<InEngine> {
  const engine = await dockerEngine();
  const [containers, networks, volumes] = await Promise.all([
    engine.listContainers({ all: true }),
    engine.listNetworks(),
    engine.listVolumes(),
  ]);
  return {
    containers: containers.map(({ Id }) => Id),
    networks: networks.map(({ Id }) => Id),
    volumes: (volumes.Volumes ?? []).map(({ Name }) => Name),
  };
}

/** What Jest and Testcontainers keep from run to run, one for each user of the machine. */
function isCache(name: string): boolean {
  return /^(jest_\w+|testcontainers-node-\w*\.lock)$/.test(name);
}
