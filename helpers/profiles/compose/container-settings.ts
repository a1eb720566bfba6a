import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { ContainerSettings, FileMount, Healthcheck } from '../../model/compose-project';
import type { ComposeFile } from './compose-file';
import { capabilitiesGiven } from './keys';
import type { WrittenService } from './schema';
import type { Volumes } from './volumes';

/** Where a service stands. */
export interface ServicePlace {
  readonly compose: ComposeFile;
  readonly place: readonly PropertyKey[];
  readonly volumes: Volumes;
}

/** How the container of a service is made. */
export function containerSettings(service: WrittenService, at: ServicePlace): ContainerSettings {
  const mounts = at.volumes.mountsOf(service, at.place);
  return {
    environment: { ...fromFiles(service, at), ...assigned(service.environment, at.compose) },
    entrypoint: service.entrypoint ?? undefined,
    command: service.command ?? undefined,
    user: service.user,
    workingDir: service.working_dir,
    readOnlyRoot: service.read_only,
    addedCapabilities: capabilitiesGiven(service.cap_add),
    droppedCapabilities: service.cap_drop,
    tmpfs: { ...mounts.tmpfs, ...Object.fromEntries(service.tmpfs.map(tmpfsOf)) },
    volumes: mounts.volumes,
    files: [...mounts.files, ...grants('secrets', service, at), ...grants('configs', service, at)],
    healthcheck: healthcheckOf(service),
  };
}

/** Values of the reader's environment for those that have none; those that it does not have either are not set. */
export function assigned(
  written: Readonly<Record<string, string | null>>,
  compose: ComposeFile,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, value]) => {
      const found = value ?? compose.variable(name);
      return found === undefined ? [] : [[name, found]];
    }),
  );
}

function fromFiles(
  { env_file: files }: WrittenService,
  { compose, place }: ServicePlace,
): Readonly<Record<string, string>> {
  return Object.assign(
    {},
    ...files.map(({ path, required }, index) => {
      const found = compose.pathBelow(path, [...place, 'env_file', index]);
      if (found && !found.isFolder) return parseEnv(readFileSync(found.path, 'utf8'));
      if (required) throw compose.error([...place, 'env_file', index], `env_file: ${path} is not there`);
      return {};
    }),
  );
}

/** Secrets and configs are files, each at its place in the container. */
function grants(kind: GrantKind, service: WrittenService, { compose, place }: ServicePlace): readonly FileMount[] {
  return service[kind].map(({ source, target, mode }, index) => {
    const where = [...place, kind, index];
    return {
      target: target?.startsWith('/') ? target : kind === 'secrets' ? `/run/secrets/${target ?? source}` : `/${source}`,
      from: contentOf(kind, source, { compose, where }),
      // 0400 is octal to Compose, and 400 to YAML 1.2.
      mode: Number.parseInt(String(mode ?? '0444'), 8),
    };
  });
}

type GrantKind = 'secrets' | 'configs';

/** Of the machine, of the environment, or written out. */
function contentOf(
  kind: GrantKind,
  source: string,
  { compose, where }: { readonly compose: ComposeFile; readonly where: readonly PropertyKey[] },
): FileMount['from'] {
  const resource = compose.resources[kind]?.[source];
  if (!resource) throw compose.error(where, `${kind}: the file has no ${source} at its top level`);
  const { file, environment, content } = resource;
  const place = [kind, source];
  if (content !== undefined) return { text: content };
  if (environment !== undefined) {
    const value = compose.variable(environment);
    if (value === undefined) throw compose.error(place, `the variable ${environment} is not set`);
    return { text: value };
  }
  if (file === undefined) throw compose.error(place, `${kind}: expected file, environment or content in ${source}`);
  const found = compose.pathBelow(file, place);
  if (!found || found.isFolder) throw compose.error(place, `${kind}: there is no file ${file}`);
  return { path: found.path };
}

function tmpfsOf(written: string): readonly [string, string] {
  const [path = '', options = ''] = written.split(/:(.*)/s);
  return [path, options];
}

function healthcheckOf({ healthcheck }: WrittenService): Healthcheck | undefined {
  if (!healthcheck) return undefined;
  const { test, interval, timeout, start_period: startPeriod, retries, disable } = healthcheck;
  return {
    test: disable ? ['NONE'] : test,
    intervalMs: interval,
    timeoutMs: timeout,
    startPeriodMs: startPeriod,
    retries,
  };
}
