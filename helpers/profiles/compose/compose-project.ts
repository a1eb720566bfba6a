import { resolve } from 'node:path';
import { HarnessError } from '../../errors';
import type { ComposeProject, ComposeService, Dependency } from '../../model/compose-project';
import type { ImageSource } from '../../model/profile';
import { ComposeFile } from './compose-file';
import { assigned, containerSettings } from './container-settings';
import { asksForTheMachine, type Refusal, unknownKeysOf, withheldOf } from './keys';
import type { WrittenService } from './schema';
import { Volumes } from './volumes';

/** Which service of which file is asked, and which others it is said to need, or not to. */
export interface ComposeChoice {
  readonly file: string;
  readonly service: string;
  readonly with: readonly string[];
  /** Those that are not started though others depend on them. */
  readonly without: readonly string[];
}

/**
 * Reads a service, and all that it depends on. Compose's networks and published ports are not taken: they meet in the lab. What
 * would reach the machine is refused.
 */
export function composeProject(
  { file, service, with: wanted, without }: ComposeChoice,
  { folder, env }: { readonly folder: string; readonly env: NodeJS.ProcessEnv },
): ComposeProject {
  const compose = new ComposeFile(resolve(folder, file), env);
  const volumes = new Volumes(compose);
  const services = new Map<string, ComposeService>();
  /** Depth first: who is needed starts before who needs it. */
  const add = (name: string, needed: readonly string[], waiting: readonly string[]): void => {
    if (services.has(name)) return;
    if (waiting.includes(name)) {
      throw new HarnessError(
        'EPROFILE',
        `${compose.path}: depends_on goes in a circle: ${[...waiting, name].join(', ')}`,
      );
    }
    const written = compose.service(name);
    // One of `with` may wait for the one that is asked, as servers do behind a proxy: all of them start before it.
    const dependsOn = dependenciesOf(written, needed).filter(
      (one) => one.service !== service && !without.includes(one.service),
    );
    for (const { service: other } of dependsOn) add(other, [], [...waiting, name]);
    const refused = asksForTheMachine(written);
    if (refused.length > 0) throw machineError(compose, name, { refused, isAsked: name === service });
    services.set(name, { ...serviceOf(name, written, compose, volumes), dependsOn });
  };
  add(service, wanted, []);
  const all = [...services.values()];
  const asked = all.pop() as ComposeService;
  return { file: compose.path, asked, others: all, volumes: volumes.all, withheld: [...compose.remarks] };
}

function serviceOf(
  name: string,
  written: WrittenService,
  compose: ComposeFile,
  volumes: Volumes,
): Omit<ComposeService, 'dependsOn'> {
  const place = ['services', name];
  for (const one of withheldOf(written)) {
    compose.remarks.add(compose.at([...place, ...one.place], `the lab does not give ${name} its ${one.words}`));
  }
  for (const one of unknownKeysOf(written)) {
    compose.remarks.add(compose.at([...place, ...one.place], `the service ${name} has ${one.words}`));
  }
  const { hostname, domainname, container_name: container, networks } = written;
  return {
    name,
    source: sourceOf(name, written, compose),
    hostname: hostname !== undefined && domainname !== undefined ? `${hostname}.${domainname}` : hostname,
    names: [...new Set([name, ...(container ? [container] : []), ...networks.flatMap((one) => one?.aliases ?? [])])],
    settings: containerSettings(written, { compose, place, volumes }),
  };
}

function machineError(
  compose: ComposeFile,
  name: string,
  { refused, isAsked }: { readonly refused: readonly Refusal[]; readonly isAsked: boolean },
): HarnessError {
  const instead = isAsked
    ? 'a service without that can be asked'
    : `a profile may go without it: compose: { without: [${name}] }`;
  const problems = refused.map(({ place, words }) => {
    const what = `the service ${name} has ${words}: an image under test is given nothing of the machine`;
    return compose.at(['services', name, ...place], `${what}; ${instead}`);
  });
  return new HarnessError('EPROFILE', problems.join('\n'));
}

function sourceOf(name: string, { image, build }: WrittenService, compose: ComposeFile): ImageSource {
  // As Compose does it: where both are there, the image is only the name of what is built.
  if (build) {
    const { args, context, ...more } = build;
    return { kind: 'build', ...more, args: assigned(args, compose), context: resolve(compose.folder, context) };
  }
  if (image !== undefined) return { kind: 'image', image };
  throw compose.error(['services', name], `the service ${name} has neither image nor build`);
}

function dependenciesOf(
  { depends_on: written, links }: WrittenService,
  needed: readonly string[],
): readonly Dependency[] {
  const found = written.map(([service, { condition, required }]) => ({ service, condition, optional: !required }));
  // link: "db:database", the second being an alias, which nobody has used for years.
  const others = [...links.map((link) => link.split(':')[0] ?? link), ...needed];
  return [
    ...found,
    ...others
      .filter((service) => !found.some((one) => one.service === service))
      .map((service) => ({ service, condition: 'service_started' as const, optional: false })),
  ];
}
