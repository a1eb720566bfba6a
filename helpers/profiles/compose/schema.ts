import { z } from 'zod';

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
const words = z.union([z.string().transform((line) => wordsOf(line)), z.array(text)]);
/** `[A=1, B]` or `{ A: 1, B: }`; a variable without a value is the reader's own. */
const assignments = z.union([
  z.array(z.string()).transform((entries) => Object.fromEntries(entries.map(assignment))),
  z.record(z.string(), text.nullable()),
]);
const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const duration = z
  .string()
  .regex(/^(\d+(\.\d+)?(us|ms|s|m|h))+$/, 'expected a duration, such as 1m30s')
  .transform((written) =>
    [...written.matchAll(/([\d.]+)(us|ms|s|m|h)/g)].reduce((sum, [, n, unit]) => sum + Number(n) * msOf(unit), 0),
  );

const build = z.union([
  z.string().transform((context) => ({ context, dockerfile: 'Dockerfile', args: {}, target: undefined })),
  z.object({
    context: z.string().default('.'),
    dockerfile: z.string().default('Dockerfile'),
    args: assignments.default({}),
    target: z.string().optional(),
  }),
]);

/** A mount in Compose's long form. */
const longMount = z.object({
  type: z.enum(['bind', 'volume', 'tmpfs'], { error: 'expected bind, volume or tmpfs' }),
  source: z.string().optional(),
  target: z.string(),
  read_only: flag.default(false),
  volume: z.object({ subpath: z.string().optional() }).optional(),
  tmpfs: z.object({ size: text.optional(), mode: text.optional() }).optional(),
});

/** A secret or a config of a service. */
const grant = z.union([
  z.string().transform((source) => ({ source, target: undefined, mode: undefined })),
  z.object({ source: z.string(), target: z.string().optional(), mode: text.optional() }),
]);

const dependency = z.object({
  condition: z
    .enum(['service_started', 'service_healthy', 'service_completed_successfully'])
    .default('service_started'),
  required: flag.default(true),
});

/** What is read of a service; what else it has, keys.ts judges by name. */
export const serviceSchema = z.looseObject({
  image: z.string().optional(),
  build: build.optional(),
  hostname: z.string().optional(),
  domainname: z.string().optional(),
  container_name: z.string().optional(),
  environment: assignments.default({}),
  env_file: z
    .union([
      oneOrMore.transform((paths) => paths.map((path) => ({ path, required: true }))),
      z.array(z.object({ path: z.string(), required: flag.default(true) })),
    ])
    .default([]),
  command: words.nullish(),
  entrypoint: words.nullish(),
  user: text.optional(),
  working_dir: z.string().optional(),
  read_only: flag.default(false),
  cap_add: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  tmpfs: oneOrMore.default([]),
  volumes: z.array(z.union([z.string(), longMount])).default([]),
  secrets: z.array(grant).default([]),
  configs: z.array(grant).default([]),
  healthcheck: z
    .object({
      test: z.union([z.string().transform((command) => ['CMD-SHELL', command]), z.array(text)]).optional(),
      interval: duration.optional(),
      timeout: duration.optional(),
      start_period: duration.optional(),
      retries: z.coerce.number().int().optional(),
      disable: flag.default(false),
    })
    .optional(),
  depends_on: z
    .union([
      z.array(z.string()).transform((names) => names.map((name) => [name, dependency.parse({})] as const)),
      z.record(z.string(), dependency).transform((all) => Object.entries(all)),
    ])
    .default([]),
  links: z.array(z.string()).default([]),
  networks: z
    .union([
      z.array(z.string()).transform(() => []),
      z
        .record(z.string(), z.looseObject({ aliases: z.array(z.string()).default([]) }).nullable())
        .transform((all) => Object.values(all)),
    ])
    .default([]),
});

/** A service as it was written, with what it left out filled in. */
export type WrittenService = z.output<typeof serviceSchema>;

/** What the top level of a compose file says of its volumes, secrets and configs. */
export const resourcesSchema = z.object({
  volumes: z
    .record(
      z.string(),
      z.looseObject({ external: z.unknown().optional(), driver_opts: z.unknown().optional() }).nullable(),
    )
    .nullish(),
  secrets: z.record(z.string(), resource()).nullish(),
  configs: z.record(z.string(), resource()).nullish(),
});

/** The same, as it was written. */
export type Resources = z.output<typeof resourcesSchema>;

function resource() {
  return z.looseObject({
    file: z.string().optional(),
    environment: z.string().optional(),
    content: z.string().optional(),
  });
}

function assignment(entry: string): readonly [string, string | null] {
  const at = entry.indexOf('=');
  return at < 0 ? [entry, null] : [entry.slice(0, at), entry.slice(at + 1)];
}

/** A command in one string, as Compose takes it apart: at blanks, other than those in quotes. */
function wordsOf(command: string): string[] {
  const parts = command.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? [];
  return parts.map((part) =>
    part.replaceAll(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/g, (_, double, single, escaped) =>
      double !== undefined ? double.replaceAll(/\\(["\\$`])/g, '$1') : (single ?? escaped),
    ),
  );
}

function msOf(unit: string | undefined): number {
  return { us: 0.001, ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[unit ?? 's'] ?? 1_000;
}
