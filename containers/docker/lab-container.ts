import { isIPv6 } from 'node:net';
import { AbstractStartedContainer, GenericContainer, type StartedTestContainer } from 'testcontainers';
import { HarnessError } from '../../helpers/errors';
import type { Leak } from '../../helpers/model/leak';
import type { ServicePort, Vantage, VantagePoint } from '../../helpers/model/vantage';
import type { Bridge } from './bridge';
import { troubleOf } from './container-end';
import { owner, ownerLabel, removeNow } from './leftovers';
import { LogTail } from './log-tail';
import { noWait } from './no-wait';
import { readLeaks } from './read-leaks';
import { type Listener, readListeners } from './read-listeners';
import { Tunnel } from './tunnel';

/** What the lab needs to know of the test process and of the clients to play. */
export interface LabPlan {
  readonly hostname: string;
  /** Port that the server believes in → port of the sink in the test process. */
  readonly sinkPorts: ReadonlyMap<number, number>;
  readonly dnsPort: number;
  readonly vantagePoints: readonly VantagePoint[];
  /** The server's ports that clients connect to. */
  readonly ports: readonly ServicePort[];
  /** How it reaches the test process and is reached; where it isn't on our network, through a tunnel. */
  readonly bridge: Bridge;
  /** Whether the namespace is to have IPv6: loopback, an address, and those clients that come by it. */
  readonly ipv6: boolean;
}

/** The lab's own IPv6 address, of a network as Docker's documentation gives to bridges. */
export const labIpv6 = 'fd00:db8::2';

/** A lab with IPv6, or where the engine's kernel has none, one without. */
export async function startLab(image: string, plan: Omit<LabPlan, 'ipv6'>): Promise<StartedLab> {
  try {
    return await new LabContainer(image, { ...plan, ipv6: true }).start();
  } catch (error) {
    if (!/ipv6|ip6tables/i.test(String(error))) throw error;
    return new LabContainer(image, { ...plan, ipv6: false }).start();
  }
}

/**
 * The container that owns the network namespace of a server under test: it takes the clients' connections, turns outgoing mail
 * and DNS to the test process, gives clients their addresses, and drops and counts everything else that would leave.
 */
class LabContainer extends GenericContainer {
  readonly #plan: LabPlan;
  readonly #log = new LogTail();

  constructor(image: string, plan: LabPlan) {
    super(image);
    this.#plan = plan;
    const published = publications(plan);
    this.withHostname(plan.hostname)
      .withLabels({ [ownerLabel]: owner() })
      .withDroppedCapabilities('ALL')
      .withAddedCapabilities('NET_ADMIN', ...(plan.bridge.bridged ? [] : sshd))
      .withSecurityOpt('no-new-privileges')
      .withEnvironment({
        // In the tunnel, the lab's own loopback leads to ours.
        HARNESS_ADDRESS: plan.bridge.address,
        DATAGRAM_PORT: plan.bridge.bridged ? '' : String(datagramPort),
        SINK_PORTS: [...plan.sinkPorts].map(([original, actual]) => `${original}=${actual}`).join(' '),
        DNS_PORT: String(plan.dnsPort),
        IPV6: labIpv6,
        VANTAGE_POINTS: published.map((one) => `${one.published}=${one.port}=${one.address}`).join(' '),
      })
      .withLogConsumer(this.#log.consume)
      .withWaitStrategy(noWait());
    // Docker switches IPv6 off in a container on a network without it.
    if (plan.ipv6)
      this.hostConfig.Sysctls = { 'net.ipv6.conf.all.disable_ipv6': '0', 'net.ipv6.conf.default.disable_ipv6': '0' };
    // Whatever resolver the server asks ends in the test process; this one only has to look like a resolver.
    this.hostConfig.Dns = ['192.0.2.53'];
  }

  override async start(): Promise<StartedLab> {
    const container = await super.start();
    try {
      const ready = await this.#log.waitForLine(/^lab: ready/, { timeoutMs: 30_000 });
      const address = / at (\S+)/.exec(ready)?.[1] ?? '';
      const plan = { ...this.#plan, ipv6: ready.includes('IPv6') };
      return new StartedLab(container, plan, address, await tunnelInto(container, plan, address));
    } catch (cause) {
      const trouble = await troubleOf(container.getId());
      await removeNow(container.getId());
      const words = cause instanceof Error ? cause.message : String(cause);
      throw new HarnessError('ELAB', trouble === undefined ? words : `its container ${trouble} (${words})`, { cause });
    }
  }
}

/** A lab that runs; servers come and go in it. */
export class StartedLab extends AbstractStartedContainer {
  readonly plan: LabPlan;
  /** The address of the namespace's own interface. */
  readonly address: string;
  readonly #tunnel: Tunnel | undefined;

  constructor(container: StartedTestContainer, plan: LabPlan, address: string, tunnel: Tunnel | undefined) {
    super(container);
    this.plan = plan;
    this.address = address;
    this.#tunnel = tunnel;
  }

  /** Makes a container that has not started yet part of the namespace. */
  join<T extends GenericContainer>(container: T): T {
    container.withNetworkMode(`container:${this.getId()}`);
    if (!this.plan.bridge.namesAreShared) container.withHostname(this.plan.hostname);
    return container;
  }

  /** Where to connect in order to reach the server's port from a vantage point. */
  clientAddress(vantage: Vantage, port: number): { readonly host: string; readonly port: number } {
    const index = this.plan.vantagePoints.findIndex(({ name }) => name === vantage);
    if (index < 0) throw new HarnessError('ELAB', `this lab plays no client "${vantage}"`);
    const own = publishedPort(this.plan, index, port);
    return this.#tunnel ? { host: '127.0.0.1', port: this.#tunnel.portTo(own) } : { host: this.address, port: own };
  }

  /** Whether there is IPv6 in it. */
  get hasIpv6(): boolean {
    return this.plan.ipv6;
  }

  /** The clients that it plays: those that come by IPv6 only where there is IPv6. */
  get vantagePoints(): readonly VantagePoint[] {
    return this.plan.vantagePoints.filter(({ address }) => this.plan.ipv6 || !isIPv6(address));
  }

  /** Where the server in this namespace listens for TCP; what the lab itself listens on is not among it. */
  async listeners(): Promise<readonly Listener[]> {
    const { output } = await this.exec(['sh', '-c', 'cat /proc/net/tcp /proc/net/tcp6 2>/dev/null || true']);
    const { sinkPorts } = this.plan;
    const own = [...sinkPorts.values(), ...publications(this.plan).map(({ published }) => published)];
    if (this.#tunnel) own.push(this.plan.dnsPort, datagramPort);
    return readListeners(output).filter(({ port }) => !own.includes(port));
  }

  /** The first line that each of these ports of the server says to a client that says nothing; '' for none in that time. */
  async greetings(ports: readonly number[], seconds: number): Promise<ReadonlyMap<number, string>> {
    const script = `for port in ${ports.join(' ')}; do
      (line=$(timeout ${seconds + 1} bash -c "exec 3<>/dev/tcp/${this.address}/$port; read -t ${seconds} -r line <&3; echo \\"\\$line\\""); echo "$port $line") 2>/dev/null &
    done; wait`;
    const { output } = await this.exec(['bash', '-c', script]);
    const lines = [...output.matchAll(/^(\d+) (.*)$/gm)];
    return new Map(lines.map(([, port, line = '']) => [Number(port), line.trim()]));
  }

  /** Lets what runs here reach these addresses, those of the labs beside it: whatever it says there is no mail that leaves. */
  async openTo(addresses: readonly string[]): Promise<void> {
    if (addresses.length === 0) return;
    // DNS stays the lab's, whoever is asked for it.
    const rules = addresses.flatMap((address) => [
      `iptables -t nat -I OUTPUT -p tcp -d ${address} ! --dport 53 -j ACCEPT`,
      `iptables -I OUTPUT -d ${address} -j ACCEPT`,
    ]);
    const { exitCode, output } = await this.exec(['sh', '-ec', rules.join('\n')]);
    if (exitCode !== 0) throw new HarnessError('ELAB', `the labs do not reach each other: ${output}`);
  }

  /** The packets that wanted to leave the lab and were dropped. */
  async leaks(): Promise<readonly Leak[]> {
    const both = 'echo 4; iptables -nvxL OUTPUT; echo 6; ip6tables -nvxL OUTPUT 2>/dev/null || true';
    const { output } = await this.exec(['sh', '-c', both]);
    const counters = readLeaks(output);
    if (counters === undefined) throw new HarnessError('ELAB', `no leak counter in: ${output}`);
    return counters;
  }

  override async [Symbol.asyncDispose](): Promise<void> {
    await this.#tunnel?.[Symbol.asyncDispose]();
    await removeNow(this.getId());
  }
}

/** Where the lab is not on our network: all that it is to reach of us, and we of it. */
async function tunnelInto(container: StartedTestContainer, plan: LabPlan, address: string) {
  if (plan.bridge.bridged) return undefined;
  return Tunnel.open({
    containerId: container.getId(),
    toUs: [...plan.sinkPorts.values(), plan.dnsPort],
    datagrams: { from: datagramPort, to: plan.dnsPort },
    address,
    toContainer: publications(plan).map(({ published }) => published),
  });
}

/** What the tunnel's end needs in order to give up its rights. */
const sshd = ['SETGID', 'SETUID', 'SYS_CHROOT'];

/** Where the lab hands DNS over UDP to the tunnel, which carries connections only. */
const datagramPort = 9_953;

/** Every vantage point's port of its own for each of the server's. */
function publications(plan: LabPlan) {
  return plan.vantagePoints.flatMap((point, index) =>
    plan.ports.map(({ port, listens = port }) => ({
      published: publishedPort(plan, index, port),
      port: listens,
      address: point.address,
    })),
  );
}

/** 10000 and the next ones for the first vantage point's ports, 10100 for the second, and so on. */
function publishedPort({ ports }: LabPlan, index: number, port: number): number {
  return 10_000 + index * 100 + ports.findIndex((one) => one.port === port);
}
