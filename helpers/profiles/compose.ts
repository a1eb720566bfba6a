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
