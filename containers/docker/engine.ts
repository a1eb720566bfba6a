import { hostname } from 'node:os';
import { type ContainerRuntimeClient, getContainerRuntimeClient } from 'testcontainers';
import { HarnessError } from '../../helpers/errors';
import { forwardSshEngine } from './ssh-engine';

/** The engine's API, for what Testcontainers has no words for. */
export type Engine = ContainerRuntimeClient['container']['dockerode'];

/** The Docker engine's API. Throws a HarnessError, ENODOCKER, where there is none. */
export async function dockerEngine(): Promise<Engine> {
  await forwardSshEngine();
  try {
    return (await getContainerRuntimeClient()).container.dockerode;
  } catch (cause) {
    throw new HarnessError('ENODOCKER', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** What the engine says of itself. */
export interface EngineFacts {
  /** Such as `Docker 20.10.24`, `Podman 4.3.1, rootless`. */
  readonly name: string;
  /** Whether it runs on this machine and in its network, beyond doubt: by its own socket, by its name, and with root's rights. */
  readonly isHere: boolean;
  /** Docker gives a container that joins another's network its host name too, and takes no other; Podman does neither. */
  readonly namesAreShared: boolean;
}

/** Asks the engine what it is. */
export async function engineFacts(engine: Engine): Promise<EngineFacts> {
  const [info, version] = await Promise.all([engine.info(), engine.version()]);
  const components: readonly { readonly Name: string }[] = version.Components ?? [];
  const podman = components.some(({ Name }) => Name.startsWith('Podman'));
  const rootless = (info.SecurityOptions ?? []).some((option: string) => option.includes('name=rootless'));
  const { socketPath } = engine.modem as { readonly socketPath?: string };
  return {
    name: `${podman ? 'Podman' : 'Docker'} ${version.Version}${rootless ? ', rootless' : ''}`,
    isHere: usualSockets.includes(socketPath ?? '') && info.Name === hostname() && !rootless,
    namesAreShared: !podman,
  };
}

// Another may be forwarded from anywhere.
const usualSockets = ['/var/run/docker.sock', '/run/docker.sock'];
