import { LabContainer } from '../../containers/lab-container';
import { MailServerContainer } from '../../containers/mail-server-container';
import type { TargetSummary } from '../model/result';
import { DnsServer } from '../world/dns-server';
import { Sink } from '../world/sink';
import { Disposables } from './disposables';
import type { PreparedTarget } from './prepare-target';
import { referenceFacts } from './reference-facts';
import { type ReferenceServer, referenceHost } from './reference-servers';
import type { Target } from './target';
import { vantagePoints } from './vantage-points';
import { labZones } from './zones';

/**
 * Starts a reference server in a lab of its own, with the sink and the DNS that it will meet. `before`: shell commands
 * to run as root in the container before the mail services start.
 */
export async function startTarget(prepared: PreparedTarget, before = ''): Promise<Target> {
  await using stack = new Disposables();
  const { server: reference, bridge } = prepared;
  const { address } = bridge;
  const facts = referenceFacts(reference.name);
  const sink = stack.use(await Sink.start({ address, ports: sinkPorts }));
  const zones = labZones(facts.hostname, facts.domain, vantagePoints);
  const dns = stack.use(await DnsServer.start({ address, zones }));
  const lab = stack.use(
    await new LabContainer(prepared.labImage, {
      hostname: referenceHost.hostname,
      sinkPorts: new Map(sinkPorts.map((port) => [port, sink.portFor(port)])),
      dnsPort: dns.port,
      vantagePoints,
      ports: facts.ports.map(({ port }) => port),
      bridge,
    }).start(),
  );
  const container = new MailServerContainer(prepared.serverImage).withLab(lab);
  if (before) container.withBeforeStart(before);
  const server = stack.use(await container.start());
  const life = stack.move();

  return {
    facts,
    sink,
    dns,
    log: server.log,
    address: lab.address,
    clientAddress: (vantage, port) => lab.clientAddress(vantage, port),
    summary: async () => summarise(reference, prepared.serverImage, await server.run(versionScript)),
    run: (script) => server.run(script),
    restart: () => server.restartMail(),
    leaks: () => lab.leaks(),
    launch: (change) => startTarget(prepared, `${before}\n${change}`),
    [Symbol.asyncDispose]: () => life[Symbol.asyncDispose](),
  };
}

// What the server takes for other servers' ports: mail for anybody, and the two of a smarthost.
const sinkPorts = [25, 465, 587] as const;

const versionScript = `postconf -dh mail_version; saslauthd -v 2>&1 | head -1 | tr -dc '0-9.'`;

function summarise(reference: ReferenceServer, image: string, versions: string): TargetSummary {
  const [postfix = '', sasl = ''] = versions.split('\n');
  return {
    name: reference.name,
    image,
    mta: 'Postfix',
    versions: { postfix, 'cyrus-sasl': sasl },
    hostname: referenceHost.hostname,
    notice: reference.notice,
  };
}
