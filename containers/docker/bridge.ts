import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { BlockList, createServer, isIPv4, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { setting } from '../../helpers/settings/settings';
import { dockerEngine, type Engine, engineFacts } from './engine';
import { owner, ownerLabel, removeNow } from './leftovers';

/** How the test process and containers reach each other. */
export interface Bridge {
  /** Where the test process listens for containers, or for the end of the tunnel. */
  readonly address: string;
  /** Whether that address is on the engine's own network, so that containers' addresses can be reached from here too. */
  readonly bridged: boolean;
  /** The network's own range, such as `172.17.0.0/16`, and its gateway: the address that clients of published ports often have. */
  readonly subnet: string;
  readonly gateway: string;
  /** The engine, such as `Docker 20.10.24`. */
  readonly engine: string;
  /** Whether a container that joins another's network has its host name too, and may have no other. */
  readonly namesAreShared: boolean;
}

/**
 * On Linux we have an address on Docker's bridge: the host has the gateway's, a container beside the others has its own.
 * Everywhere else (an engine on another machine, in a virtual one, beside a CI job, without root's rights) it is a tunnel that
 * connects us. An engine of which it isn't plain where it runs is tried: the same address may be on two engines' networks.
 *
 * Never 0.0.0.0: a sink that takes all mail is not for the neighbours.
 */
export async function findBridge(image: string): Promise<Bridge> {
  const engine = await dockerEngine();
  const { name, isHere, namesAreShared } = await engineFacts(engine);
  const { IPAM } = await engine.getNetwork('bridge').inspect();
  const { Subnet: subnet = usualSubnet, Gateway: named } = IPAM?.Config?.[0] ?? {};
  const gateway = named ?? firstAddressOf(subnet);
  const network = { subnet, gateway, engine: name, namesAreShared };
  if (!setting('tunnel', process.env)) {
    for (const address of [gateway, ...ownAddressesIn(subnet)]) {
      const server = await listenOn(address);
      if (!server) continue;
      try {
        if (isHere || (await isReached(server, engine, { address, image })))
          return { address, bridged: true, ...network };
      } finally {
        server.close();
      }
    }
  }
  return { address: '127.0.0.1', bridged: false, ...network };
}

/** The engine, how it is reached, and what its labs lack, for a report. */
export function engineInWords({ engine, bridged }: Bridge, { hasIpv6 }: { readonly hasIpv6: boolean }): string {
  return [engine, !bridged && 'through a tunnel', !hasIpv6 && 'without IPv6'].filter(Boolean).join(', ');
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
async function listenOn(address: string): Promise<Server | undefined> {
  if (!isIPv4(address)) return undefined;
  const server = createServer();
  try {
    server.listen(0, address);
    await once(server, 'listening');
    return server;
  } catch {
    // EADDRNOTAVAIL: somebody else's address. That is the answer.
    return undefined;
  }
}

/** Whether a container on the engine's network can tell us a secret, from an address of its own. */
async function isReached(server: Server, engine: Engine, way: { readonly address: string; readonly image: string }) {
  const secret = randomBytes(8).toString('hex');
  const { port } = server.address() as { readonly port: number };
  const container = await engine.createContainer({
    Image: way.image,
    Labels: { [ownerLabel]: owner() },
    Entrypoint: ['timeout', '2', 'bash', '-c', `echo ${secret} >/dev/tcp/${way.address}/${port}`],
  });
  const told = once(server, 'connection')
    .then(([socket]) => text(socket))
    .catch(() => '');
  try {
    await container.start();
    const { StatusCode: status } = await container.wait();
    if (status !== 0) return false;
    // Somebody has taken it: us, or whoever has that address there.
    return (await Promise.race([told, setTimeout(1_000, '', { ref: false })])).trim() === secret;
  } catch {
    return false;
  } finally {
    await removeNow(container.id);
  }
}
