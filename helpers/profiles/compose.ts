import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { HarnessError } from '../errors';
import type { ImageSource } from '../model/profile';
import type { ProfileOrigin } from './complete-profile';
import { parseYaml } from './yaml-lines';

/** What a service of a compose file says of the image and its start. */
export interface ComposeService {
  readonly source: ImageSource;
  readonly hostname: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[] | undefined;
}

/** Reads one service. Volumes, networks and what else Compose does for it are not taken: the lab is its world. */
export function fromCompose(
  { file, service }: { readonly file: string; readonly service: string },
  { folder }: Pick<ProfileOrigin, 'folder'>,
): ComposeService {
  const path = resolve(folder, file);
  const parsed = composeSchema.safeParse(parseYaml(path, readText(path)).value);
  if (!parsed.success) throw new HarnessError('EPROFILE', `${path}: ${z.prettifyError(parsed.error)}`);
  const found = parsed.data.services[service];
  if (!found) {
    const known = Object.keys(parsed.data.services).join(', ');
    throw new HarnessError('EPROFILE', `${path} has no service ${service}; it has ${known}`);
  }
  const refused = asksForTheMachine(found);
  if (refused !== undefined) {
    const instead = 'an image under test is given nothing of the machine; a service without that can be asked';
    throw new HarnessError('EPROFILE', `${path}: the service ${service} has ${refused}: ${instead}`);
  }
  return {
    source: sourceOf(found, path, service),
    hostname: found.hostname,
    environment: Array.isArray(found.environment) ? fromList(found.environment) : found.environment,
    command: typeof found.command === 'string' ? words(found.command) : found.command,
  };
}

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string().optional(),
      build: z
        .union([
          z.string().transform((context) => ({ context, dockerfile: 'Dockerfile', args: {} })),
          z.object({
            context: z.string().default('.'),
            dockerfile: z.string().default('Dockerfile'),
            args: z.record(z.string(), z.coerce.string()).default({}),
          }),
        ])
        .optional(),
      hostname: z.string().optional(),
      environment: z.union([z.array(z.string()), z.record(z.string(), z.coerce.string())]).default({}),
      command: z.union([z.string(), z.array(z.string())]).optional(),
      // Looked at, and never given.
      volumes: z.array(z.union([z.string(), z.looseObject({ source: z.string().optional() })])).default([]),
      privileged: z.unknown().optional(),
      network_mode: z.unknown().optional(),
      pid: z.unknown().optional(),
      ipc: z.unknown().optional(),
      userns_mode: z.unknown().optional(),
    }),
  ),
});

type Service = z.output<typeof composeSchema>['services'][string];

function sourceOf({ image, build }: Service, path: string, service: string): ImageSource {
  // As Compose does it: where both are there, the image is only the name of what is built.
  if (build) return { kind: 'build', ...build, context: resolve(dirname(path), build.context) };
  if (image !== undefined) return { kind: 'image', image };
  throw new HarnessError('EPROFILE', `${path}: the service ${service} has neither image nor build`);
}

/**
 * What would make the machine the image's, in Compose's words. The lab gives none of it: a service that has it is refused, since it
 * is another one without. What else is not taken (volumes, networks, capabilities) is harmless.
 */
function asksForTheMachine(service: Service): string | undefined {
  const sources = service.volumes.map((volume) =>
    typeof volume === 'string' ? (volume.split(':')[0] ?? '') : volume.source,
  );
  const socket = sources.find(
    (source) => source !== undefined && /(^|\/)(docker|podman|containerd)\.sock$/.test(source),
  );
  if (socket !== undefined) return `volumes: ${socket}, the socket of the engine`;
  if (service.privileged === true || service.privileged === 'true') return 'privileged: true';
  const namespaces = ['network_mode', 'pid', 'ipc', 'userns_mode'] as const;
  const ofHost = namespaces.find((key) => service[key] === 'host');
  return ofHost && `${ofHost}: host`;
}

function fromList(entries: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.map((entry) => {
      const at = entry.indexOf('=');
      return at < 0 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + 1)];
    }),
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new HarnessError('EPROFILE', `compose: ${(cause as Error).message}`, { cause });
  }
}

/** A command in one string, as Compose takes it apart: at blanks, other than those in quotes. */
function words(command: string): readonly string[] {
  return (command.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
}
