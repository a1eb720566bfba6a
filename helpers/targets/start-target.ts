import { engineInWords } from '../../containers/docker/bridge';
import { ReferenceServerContainer } from '../../containers/docker/reference-server-container';
import type { TargetSummary } from '../model/result';
import type { Zone } from '../model/zone';
import { addressClients } from './address-clients';
import { Disposables } from './disposables';
import type { PreparedTarget } from './prepare-target';
import { referenceFacts } from './reference-facts';
import { type ReferenceServer, referenceHost } from './reference-servers';
import { startProfiled } from './start-profiled';
import { startWorld } from './start-world';
import type { Change, Target } from './target';
import { guessers, vantagePoints } from './vantage-points';
import { VariantPool } from './variant-pool';
import { watchWorld } from './watch-world';
import { labZones } from './zones';

/** Starts a target in a lab of its own, with the sink and the DNS that it will meet. */
export function startTarget(prepared: PreparedTarget, change: Change = {}): Promise<Target> {
  const { profile } = prepared;
  if (profile) return startProfiled({ ...prepared, profile });
  return startReference(prepared, change);
}

async function startReference(prepared: PreparedTarget, change: Change): Promise<Target> {
  await using stack = new Disposables();
  const { server: reference } = prepared;
  const known = referenceFacts(reference.name);
  const points = [...vantagePoints, ...addressClients(prepared.bridge), ...guessers];
  const played = [...points, ...(change.vantagePoints ?? [])];
  const { sink, dns, lab, authority } = await startWorld(stack, prepared, {
    hostname: referenceHost.hostname,
    ports: known.ports,
    vantagePoints: played,
    zones: withZones(labZones(known.hostname, [known.domain], played), change.zones ?? []),
    smarthost: known.smarthost,
  });
  const container = new ReferenceServerContainer(prepared.serverImage)
    .withLab(lab)
    .withCertificate(authority.forServer(known.hostname), authority.root);
  if (change.before) container.withBeforeStart(change.before);
  if (change.startupTimeoutMs !== undefined) container.withStartupTimeout(change.startupTimeoutMs);
  const server = stack.use(await container.start());
  const trouble = await watchWorld({ lab, sink, dns }, server.getId());
  const variants = new VariantPool((further) => startTarget(prepared, both(change, further)));
  const life = stack.move();
  let summary: Promise<TargetSummary> | undefined;

  return {
    facts: {
      ...known,
      vantagePoints: lab.vantagePoints.filter((point) => points.includes(point)),
      // inet_protocols = all.
      ipv6Ports: lab.hasIpv6 ? known.ports.map(({ port }) => port) : [],
    },
    sink,
    dns,
    log: server.log,
    authority,
    containerId: server.getId(),
    address: lab.address,
    clientAddress: (vantage, port) => lab.clientAddress(vantage, port),
    summary: () => {
      summary ??= server.run(versionScript).then((text) => summarise(reference, { prepared, lab }, text));
      return summary;
    },
    run: (script) => server.run(script),
    restart: (before) => server.restartMail(before),
    leaks: () => lab.leaks(),
    trouble,
    variant: (variant) => variants.lend(variant),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([variants, life].map((one) => one[Symbol.asyncDispose]()));
    },
  };
}

function both(first: Change, second: Change): Change {
  return {
    before: [first.before, second.before].filter(Boolean).join('\n'),
    vantagePoints: [...(first.vantagePoints ?? []), ...(second.vantagePoints ?? [])],
    zones: withZones(first.zones ?? [], second.zones ?? []),
    startupTimeoutMs: second.startupTimeoutMs ?? first.startupTimeoutMs,
  };
}

/** Zones with the same suffix are replaced; the rest stays. */
function withZones(zones: readonly Zone[], further: readonly Zone[]): readonly Zone[] {
  return [...zones.filter(({ suffix }) => !further.some((one) => one.suffix === suffix)), ...further];
}

const versionScript = `postconf -dh mail_version; saslauthd -v 2>&1 | head -1 | tr -dc '0-9.'`;

function summarise(
  reference: ReferenceServer,
  { prepared, lab }: { readonly prepared: PreparedTarget; readonly lab: { readonly hasIpv6: boolean } },
  versions: string,
): TargetSummary {
  const [postfix = '', sasl = ''] = versions.split('\n');
  return {
    name: reference.name,
    image: prepared.serverImage,
    mta: 'Postfix',
    versions: { postfix, 'cyrus-sasl': sasl },
    hostname: referenceHost.hostname,
    engine: engineInWords(prepared.bridge, lab),
    notice: reference.notice,
  };
}
