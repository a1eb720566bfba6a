import { type StartedLab, startLab } from '../../containers/docker/lab-container';
import type { ServicePort, VantagePoint } from '../model/vantage';
import type { Zone } from '../model/zone';
import { CertificateAuthority } from '../world/certificate-authority';
import { DnsServer } from '../world/dns-server';
import { Sink, type SinkOptions } from '../world/sink';
import type { Disposables } from './disposables';
import type { PreparedTarget } from './prepare-target';

/** What a server meets: the lab that it joins, its DNS, and everybody whom it sends mail to. */
export interface World {
  readonly lab: StartedLab;
  readonly dns: DnsServer;
  readonly sink: Sink;
  /** Who issues certificates there. */
  readonly authority: CertificateAuthority;
}

/** What the world has to be like. */
export interface WorldPlan {
  readonly hostname: string;
  readonly ports: readonly ServicePort[];
  readonly vantagePoints: readonly VantagePoint[];
  readonly zones: readonly Zone[];
  readonly smarthost: SinkOptions['smarthost'];
  /** The host for which everybody at the sink has a certificate of the authority; of nobody's unless said. */
  readonly certified?: string | undefined;
}

/** Starts the world around a server; all of it ends with the stack. */
export async function startWorld(
  stack: Disposables,
  { labImage, bridge }: Pick<PreparedTarget, 'labImage' | 'bridge'>,
  { hostname, ports, vantagePoints, zones, smarthost, certified }: WorldPlan,
): Promise<World> {
  const { address } = bridge;
  const sinkPorts = [...new Set([...usualPorts, smarthost?.port ?? 25])];
  const authority = new CertificateAuthority();
  const certificate = certified === undefined ? undefined : authority.forServer(certified);
  const sink = stack.use(
    await Sink.start({
      address,
      ports: sinkPorts,
      ...(smarthost && { smarthost }),
      ...(certificate && { certificate }),
    }),
  );
  const dns = stack.use(await DnsServer.start({ address, zones }));
  const lab = await startLab(labImage, {
    hostname,
    sinkPorts: new Map(sinkPorts.map((port) => [port, sink.portFor(port)])),
    dnsPort: dns.port,
    vantagePoints,
    ports,
    bridge,
  });
  return { sink, dns, lab: stack.use(lab), authority };
}

// What the server takes for other servers' ports: mail for anybody, and the two of a smarthost.
const usualPorts = [25, 465, 587];
