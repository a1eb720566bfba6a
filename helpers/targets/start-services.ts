import { troubleOf } from '../../containers/docker/container-end';
import { ForeignServerContainer, type StartedForeignServer } from '../../containers/docker/foreign-server-container';
import { type StartedLab, startLab } from '../../containers/docker/lab-container';
import { ProjectVolumes } from '../../containers/docker/project-volumes';
import { endOf, untilCondition } from '../../containers/docker/service-state';
import { HarnessError } from '../errors';
import type { ComposeProject, ComposeService } from '../model/compose-project';
import type { Profile } from '../model/profile';
import type { Disposables } from './disposables';
import type { PreparedTarget } from './prepare-target';
import type { World } from './start-world';
import type { OtherService } from './target';

/** The services that a server needs, which run beside it. */
export interface StartedServices {
  readonly volumes: ProjectVolumes;
  /** Their labs: what they say goes where what the server says goes. */
  readonly labs: readonly StartedLab[];
  readonly running: readonly OtherService[];
  /** Which of them have ended though they were to run on, with their last words; undefined where none has. */
  trouble(): Promise<string | undefined>;
  /** Those that are to run on, with whose container it is, for a reader. */
  readonly containers: readonly { readonly whose: string; readonly id: string }[];
}

/**
 * Starts the other services of a compose project, each in a lab of its own: mail that one of them relays is received too, and
 * nothing leaves. They find each other, and the server, by the lab's DNS.
 */
export async function startServices(
  stack: Disposables,
  { labImage, bridge }: PreparedTarget,
  { world, profile, project }: { readonly world: World; readonly profile: Profile; readonly project: ComposeProject },
): Promise<StartedServices> {
  const { asked, others } = project;
  const { sinkPorts, dnsPort } = world.lab.plan;
  const volumes = stack.use(await ProjectVolumes.create(project.volumes, labImage));
  const labs = await Promise.all(
    others.map(async ({ name, hostname = name }) =>
      stack.use(await startLab(labImage, { hostname, sinkPorts, dnsPort, vantagePoints: [], ports: [], bridge })),
    ),
  );
  const all = [...labs, world.lab];
  const addresses = all.map(({ address }) => address);
  await Promise.all(all.map((lab) => lab.openTo(addresses.filter((address) => address !== lab.address))));
  for (const [index, { names }] of [...others, asked].entries()) {
    // The server's own zones know more of it than its address.
    const known = [profile.hostname, ...profile.localDomains];
    for (const name of names.filter((one) => !known.includes(one))) {
      const records = [{ name, type: 'A' as const, data: addresses[index] ?? '' }];
      world.dns.setZone({ suffix: name, kind: 'records', records });
    }
  }
  const started = new Map<string, StartedForeignServer>();
  const wait = (service: ComposeService) =>
    untilDependencies(service, { started, file: project.file, limitMs: profile.readyTimeoutMs });
  for (const [index, service] of others.entries()) {
    const { settings, source, name } = service;
    if (source.kind !== 'image') throw new HarnessError('ESTART', `the image of ${name} is not built`);
    await wait(service);
    const container = new ForeignServerContainer(source.image, { ...settings, files: [], logFile: undefined });
    container.withSettings(settings, volumes).withLab(labs[index] as StartedLab);
    started.set(name, stack.use(await container.start()));
  }
  await wait(asked);
  const running = [...started].map(([service, server]) => ({
    service,
    log: server.log,
    run: (script: string) => server.run(script),
  }));
  return {
    volumes,
    labs,
    running,
    containers: await thoseThatStay([...started]),
    trouble: () => thoseThatFailed([...started]),
  };
}

/** Waits until whoever a service depends on is as it wants them. Throws ESTART with what keeps them from it, and their last words. */
async function untilDependencies(
  { name, dependsOn }: ComposeService,
  { started, file, limitMs }: { started: ReadonlyMap<string, StartedForeignServer>; file: string; limitMs: number },
): Promise<void> {
  for (const { service, condition, optional } of dependsOn) {
    const other = started.get(service);
    const obstacle = other && (await untilCondition(other.getId(), condition, limitMs));
    if (!other || obstacle === undefined || optional) continue;
    throw new HarnessError(
      'ESTART',
      `${name} waits for ${service} (${file}: condition: ${condition}), and ${obstacle}${lastWords(other, 6)}`,
    );
  }
}

/** One that has ended without a complaint was there to prepare something. */
async function thoseThatStay(started: readonly (readonly [string, StartedForeignServer])[]) {
  const all = await Promise.all(
    started.map(async ([name, server]) => {
      const id = server.getId();
      return { id, whose: `the container of the service ${name}`, status: await endOf(id) };
    }),
  );
  return all.filter(({ status }) => status !== 0);
}

async function thoseThatFailed(
  started: readonly (readonly [string, StartedForeignServer])[],
): Promise<string | undefined> {
  const words = await Promise.all(
    started.map(async ([service, server]) => {
      const trouble = await troubleOf(server.getId());
      const isDone = trouble === undefined || trouble === 'has ended, with status 0';
      return isDone ? undefined : `the container of the service ${service} ${trouble}${lastWords(server, 2)}`;
    }),
  );
  // Of many that have failed, one is the cause, and most often one of the first.
  const [first, second, ...more] = words.filter((one) => one !== undefined);
  const others = more.length > 0 ? [`${more.length} more services have ended`] : [];
  return [first, second, ...others].filter((one) => one !== undefined).join('\n  ') || undefined;
}

function lastWords({ log }: StartedForeignServer, count: number): string {
  const words = log.linesSince(0).slice(-count).join('\n  ');
  return words === '' ? '; it logged nothing' : `; the last lines of its log:\n  ${words}`;
}
