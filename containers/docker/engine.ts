import { once } from 'node:events';
import { BlockList, createServer, isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { type ContainerRuntimeClient, getContainerRuntimeClient } from 'testcontainers';
import { HarnessError } from '../../helpers/errors';
import { setting } from '../../helpers/settings/settings';

/** The Docker engine's API, for what Testcontainers has no words for. */
export async function dockerEngine(): Promise<ContainerRuntimeClient['container']['dockerode']> {
  try {
    return (await getContainerRuntimeClient()).container.dockerode;
  } catch (cause) {
    throw new HarnessError('ENODOCKER', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** How the test process and containers reach each other. */
export interface Bridge {
  /** Where the test process listens for containers. */
  readonly address: string;
  /** Whether that address is on the engine's own network, so that containers' addresses can be reached from here too. */
  readonly bridged: boolean;
  /** The network's own range, such as `172.17.0.0/16`, and its gateway: the address that clients of published ports often have. */
  readonly subnet: string;
  readonly gateway: string;
}

/**
 * On Linux we have an address on Docker's bridge: the host has the gateway's, a container beside the others has its
 * own. Where the engine runs in a virtual machine (Docker Desktop), its `host-gateway` is forwarded to our loopback,
 * and only published ports are reached. Never 0.0.0.0: a sink that takes all mail is not for the neighbours.
 */
export async function findBridge(): Promise<Bridge> {
  const { IPAM } = await (await dockerEngine()).getNetwork('bridge').inspect();
  const { Subnet: subnet = usualSubnet, Gateway: named } = IPAM?.Config?.[0] ?? {};
  const gateway = named ?? firstAddressOf(subnet);
  if (setting('tunnel', process.env)) return { address: '127.0.0.1', bridged: false, subnet, gateway };
  for (const address of [gateway, ...ownAddressesIn(subnet)]) {
    if (await canListenOn(address)) return { address, bridged: true, subnet, gateway };
  }
  return { address: '127.0.0.1', bridged: false, subnet, gateway };
}

const usualSubnet = '172.17.0.0/16';

// Docker names the gateway only once a container has joined; it gives it the first address unless told otherwise.
function firstAddressOf(subnet: string): string {
  return subnet.replace(/\.0\/\d+$/, '.1');
}

function ownAddressesIn(subnet: string): readonly string[] {
  const [network = '', prefix] = subnet.split('/');
  if (!isIPv4(network)) return [];
  const addresses = new BlockList();
  addresses.addSubnet(network, Number(prefix));
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return own
    .filter(({ address, family }) => family === 'IPv4' && addresses.check(address))
    .map(({ address }) => address);
}

// The bridge is down, and in no list of interfaces, as long as no container runs; its address is ours all the same.
async function canListenOn(address: string): Promise<boolean> {
  if (!isIPv4(address)) return false;
  const server = createServer();
  try {
    server.listen(0, address);
    await once(server, 'listening');
    return true;
  } catch {
    // EADDRNOTAVAIL: somebody else's address. That is the answer.
    return false;
  } finally {
    server.close();
  }
}
