import { hostname } from 'node:os';
import { type ContainerRuntimeClient, getContainerRuntimeClient } from 'testcontainers';
import { HarnessError } from '../../helpers/errors';
import { setting } from '../../helpers/settings/settings';
import { useCurrentContext } from './docker-context';
import { forwardSshEngine } from './ssh-engine';

/** The engine's API, for what Testcontainers has no words for. */
export type Engine = ContainerRuntimeClient['container']['dockerode'];

/**
 * The Docker engine's API: that of DOCKER_HOST, of the current context, or of a usual socket. Throws a HarnessError, ENODOCKER,
 * where there is none.
 */
export async function dockerEngine(): Promise<Engine> {
  useCurrentContext(process.env);
  const wanted = setting('engine', process.env) ?? process.env.DOCKER_HOST;
  await forwardSshEngine();
  let engine: Engine;
  try {
    engine = (await getContainerRuntimeClient()).container.dockerode;
  } catch (cause) {
    throw new HarnessError('ENODOCKER', wanted ? `at ${wanted}` : String((cause as Error).message), { cause });
  }
  if (isNamed(engine, process.env)) return engine;
  throw new HarnessError('ENODOCKER', `at ${wanted}`);
}

/** Where an engine that somebody named doesn't answer, Testcontainers goes on to one that does. */
function isNamed({ modem }: Engine, { DOCKER_HOST: host }: NodeJS.ProcessEnv): boolean {
  if (!host) return true;
  const { hostname, pathname } = new URL(host);
  const reached = modem as { readonly socketPath?: string; readonly host?: string };
  return hostname === '' ? reached.socketPath === pathname : reached.host === hostname;
}

/** What the engine says of itself. */
export interface EngineFacts {
  /** Such as `Docker 20.10.24`, `Podman 4.3.1, rootless at ssh://build.example.test`. */
  readonly name: string;
  /** Whether it runs on this machine and in its network, beyond doubt: by its own socket, by its name, and with root's rights. */
  readonly isHere: boolean;
  /** Docker gives a container that joins another's network its host name too, and takes no other; Podman does neither. */
  readonly namesAreShared: boolean;
  /** How many processors it has. */
  readonly cpus: number;
}

/** Asks the engine what it is. */
export async function engineFacts(engine: Engine): Promise<EngineFacts> {
  const [info, version] = await Promise.all([engine.info(), engine.version()]);
  const components: readonly { readonly Name: string }[] = version.Components ?? [];
  const podman = components.some(({ Name }) => Name.startsWith('Podman'));
  const rootless = (info.SecurityOptions ?? []).some((option: string) => option.includes('name=rootless'));
  const at = setting('engine', process.env);
  const { socketPath } = engine.modem as { readonly socketPath?: string };
  return {
    name: `${podman ? 'Podman' : 'Docker'} ${version.Version}${rootless ? ', rootless' : ''}${at ? ` at ${at}` : ''}`,
    isHere: usualSockets.includes(socketPath ?? '') && info.Name === hostname() && !rootless,
    namesAreShared: !podman,
    cpus: info.NCPU,
  };
}

// Another may be forwarded from anywhere.
const usualSockets = ['/var/run/docker.sock', '/run/docker.sock'];
