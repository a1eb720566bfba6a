import { AbstractStartedContainer, GenericContainer, type StartedTestContainer } from 'testcontainers';
import { HarnessError } from '../../helpers/errors';
import type { ServicePort, Vantage, VantagePoint } from '../../helpers/model/vantage';
import type { Bridge } from './engine';
import { owner, ownerLabel, removeNow } from './leftovers';
import { LogTail } from './log-tail';
import { noWait } from './no-wait';

/** What the lab needs to know of the test process and of the clients to play. */
export interface LabPlan {
  readonly hostname: string;
  /** Port that the server believes in → port of the sink in the test process. */
  readonly sinkPorts: ReadonlyMap<number, number>;
  readonly dnsPort: number;
  readonly vantagePoints: readonly VantagePoint[];
  /** The server's ports that clients connect to. */
  readonly ports: readonly ServicePort[];
  /** How it reaches the test process and is reached; where it isn't on our network, every port is published. */
  readonly bridge: Bridge;
}

/**
 * The container that owns the network namespace of a server under test: it takes the clients' connections, turns outgoing mail
 * and DNS to the test process, gives clients their addresses, and drops and counts everything else that would leave.
 */
export class LabContainer extends GenericContainer {
  readonly #plan: LabPlan;
  readonly #log = new LogTail();

  constructor(image: string, plan: LabPlan) {
    super(image);
    this.#plan = plan;
    const published = plan.vantagePoints.flatMap((point, index) =>
      plan.ports.map(({ port, listens = port }) => ({
        published: publishedPort(plan, index, port),
        port: listens,
        address: point.address,
      })),
    );
    this.withHostname(plan.hostname)
      .withLabels({ [ownerLabel]: owner() })
      .withAddedCapabilities('NET_ADMIN')
      .withExtraHosts([{ host: 'harness.host', ipAddress: plan.bridge.bridged ? plan.bridge.address : 'host-gateway' }])
      .withEnvironment({
        SINK_PORTS: [...plan.sinkPorts].map(([original, actual]) => `${original}=${actual}`).join(' '),
        DNS_PORT: String(plan.dnsPort),
        VANTAGE_POINTS: published.map((one) => `${one.published}=${one.port}=${one.address}`).join(' '),
      })
      .withLogConsumer(this.#log.consume)
      .withWaitStrategy(noWait());
    if (!plan.bridge.bridged) this.withExposedPorts(...published.map((one) => one.published));
    // Whatever resolver the server asks ends in the test process; this one only has to look like a resolver.
    this.hostConfig.Dns = ['192.0.2.53'];
  }

  override async start(): Promise<StartedLab> {
    const container = await super.start();
    const lab = new StartedLab(container, this.#plan);
    try {
      await this.#log.waitForLine(/^lab: ready/, { timeoutMs: 30_000 });
      return lab;
    } catch (cause) {
      await lab[Symbol.asyncDispose]();
      throw new HarnessError('ELAB', cause instanceof Error ? cause.message : String(cause), { cause });
    }
  }
}

/** A lab that runs; servers come and go in it. */
export class StartedLab extends AbstractStartedContainer {
  readonly plan: LabPlan;

  constructor(container: StartedTestContainer, plan: LabPlan) {
    super(container);
    this.plan = plan;
  }

  /** Where to connect in order to reach the server's port from a vantage point. */
  clientAddress(vantage: Vantage, port: number): { readonly host: string; readonly port: number } {
    const index = this.plan.vantagePoints.findIndex(({ name }) => name === vantage);
    const own = publishedPort(this.plan, index, port);
    if (this.plan.bridge.bridged) return { host: this.address, port: own };
    const host = this.getHost();
    // The ports are published on both families; a vantage point is an IPv4 address.
    return { host: host === 'localhost' ? '127.0.0.1' : host, port: this.getMappedPort(own) };
  }

  /** The address of the namespace's own interface. */
  get address(): string {
    return this.getIpAddress('bridge');
  }

  /** The TCP ports on which the server in this namespace listens; those of loopback alone are not among them. */
  async listeningPorts(): Promise<readonly number[]> {
    const { output } = await this.exec(['cat', '/proc/net/tcp', '/proc/net/tcp6']);
    // sl local_address rem_address st: "0: 00000000:0019 00000000:0000 0A", address and port in hexadecimal, 0A is LISTEN.
    const listening = [...output.matchAll(/^ *\d+: ([0-9A-F]+):([0-9A-F]{4}) \S+ 0A /gm)];
    const ports = listening.filter(([, address]) => !/^0100007F$|^0+01000000$/.test(address ?? ''));
    return [...new Set(ports.map(([, , port]) => Number.parseInt(port ?? '', 16)))].sort((a, b) => a - b);
  }

  /** How many packets wanted to leave the lab and were dropped. */
  async leaks(): Promise<number> {
    const { output } = await this.exec(['iptables', '-nvxL', 'OUTPUT']);
    const rule = output.split('\n').find((line) => line.includes('/* leak */'));
    if (rule === undefined) throw new HarnessError('ELAB', `no leak counter in: ${output}`);
    return Number(rule.trim().split(/\s+/)[0]);
  }

  override async [Symbol.asyncDispose](): Promise<void> {
    await removeNow(this.getId());
  }
}

/** 10000 and the next ones for the first vantage point's ports, 10100 for the second, and so on. */
function publishedPort({ ports }: LabPlan, index: number, port: number): number {
  return 10_000 + index * 100 + ports.findIndex((one) => one.port === port);
}
