import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { getContainerRuntimeClient } from 'testcontainers';
import { HarnessError } from '../helpers/errors';

/** The Docker engine's API, for what Testcontainers has no words for. */
export async function dockerEngine() {
  try {
    return (await getContainerRuntimeClient()).container.dockerode;
  } catch (cause) {
    throw new HarnessError('ENODOCKER', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * The address on which the test process must listen so that containers reach it at Docker's `host-gateway`.
 * On Linux that is the bridge's own address; where the engine runs in a virtual machine (Docker Desktop), the
 * gateway is forwarded to the loopback. Never 0.0.0.0: a sink that takes all mail is not for the neighbours.
 */
export async function addressForContainers(): Promise<string> {
  if (existsSync('/.dockerenv')) return '0.0.0.0';
  const bridge = await (await dockerEngine()).getNetwork('bridge').inspect();
  const gateway: string | undefined = bridge.IPAM?.Config?.[0]?.Gateway;
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return gateway !== undefined && own.some(({ address }) => address === gateway) ? gateway : '127.0.0.1';
}
