import { z } from 'zod';

const port = z.number().int().min(1).max(65_535);
const addressOrNetwork = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'expected an address or a network, such as 192.0.2.10 or 172.16.0.0/12',
});
const words = z.array(z.string());
const absolutePath = z.string().startsWith('/', 'expected an absolute path in the container');
const permissionBits = z.string().regex(/^0?[0-7]{3,4}$/, 'expected permission bits in quotes, such as "0644"');

/** A profile as it is written. Messages say what is expected; the line comes from the file. */
export const profileSchema = z.strictObject({
  name: z.string().optional(),
  image: z.string().optional(),
  build: z
    .strictObject({
      context: z.string().default('.'),
      dockerfile: z.string().default('Dockerfile'),
      args: z.record(z.string(), z.string()).default({}),
    })
    .optional(),
  compose: z
    .strictObject({
      file: z.string().default('compose.yaml'),
      service: z.string(),
      with: words.default([]),
      without: words.default([]),
    })
    .optional(),
  hostname: z.string().optional(),
  environment: z
    .record(
      z.string(),
      z
        .union([z.string(), z.number(), z.boolean()], { error: 'expected a value; an empty one is written ""' })
        .transform(String),
    )
    .optional(),
  files: z
    .array(
      z
        .strictObject({
          path: absolutePath,
          content: z.string().optional(),
          source: z.string().optional(),
          mode: permissionBits.default('0644'),
        })
        .refine(({ content, source }) => (content === undefined) !== (source === undefined), {
          error: 'expected either content or source',
        }),
    )
    .default([]),
  command: z.union([z.string().transform((text) => ['sh', '-c', text]), words]).optional(),
  createUser: z
    .union([
      z.string().transform((text) => ({ run: [text], when: 'started' as const })),
      words.transform((run) => ({ run, when: 'started' as const })),
      z.strictObject({
        run: z.union([z.string().transform((text) => [text]), words]),
        when: z.enum(['started', 'serving']).default('started'),
      }),
    ])
    .default({ run: [], when: 'started' }),
  user: z
    .strictObject({
      name: z.string(),
      password: z.string().min(1).optional(),
      passwordFrom: z.string().optional(),
      accessToken: z.string().min(1).optional(),
      accessTokenFrom: z.string().optional(),
    })
    .refine(({ password, passwordFrom }) => (password === undefined) !== (passwordFrom === undefined), {
      error: 'expected either password, or passwordFrom with the name of an environment variable',
    })
    .refine(({ accessToken, accessTokenFrom }) => accessToken === undefined || accessTokenFrom === undefined, {
      error: 'expected either accessToken, or accessTokenFrom with the name of an environment variable',
    })
    .optional(),
  secondUser: z.strictObject({ name: z.string(), password: z.string().min(1) }).optional(),
  ports: z.array(z.strictObject({ port, role: z.enum(['smtp', 'submission', 'submissions']) })).default([]),
  tls: z
    .strictObject({
      certificate: absolutePath,
      key: absolutePath,
      keyMode: permissionBits.default('0600'),
      authority: absolutePath.optional(),
    })
    .optional(),
  log: z.union([z.literal('stdout'), z.strictObject({ file: z.string() })]).optional(),
  ready: z.strictObject({ timeout: z.number().positive() }).default({ timeout: 60 }),
  domains: z.strictObject({ local: words.default([]), relay: words.default([]) }).default({ local: [], relay: [] }),
  localRecipient: z.string().includes('@', { error: 'expected an address, such as alice@example.test' }).optional(),
  offers: z
    .strictObject({
      authBeforeTls: z.boolean().optional(),
      mechanisms: words.optional(),
      trusted: z.array(addressOrNetwork).optional(),
      smarthost: z
        .strictObject({
          host: z.string(),
          port: port.default(587),
          user: z.string(),
          password: z.string(),
          trusted: z.boolean().default(false),
        })
        .optional(),
    })
    .default({}),
  accept: z.array(z.strictObject({ check: z.string(), reason: z.string().min(1) })).default([]),
});

/** A profile as it was written, with what it left out filled in. */
export type WrittenProfile = z.output<typeof profileSchema>;

/** What a profile in TypeScript exports: `export default { … } satisfies ProfileInput`. */
export type ProfileInput = z.input<typeof profileSchema>;
