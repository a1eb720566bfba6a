import { createHash } from 'node:crypto';
import { GenericContainer } from 'testcontainers';
import { HarnessError } from '../../helpers/errors';
import type { ImageSource } from '../../helpers/model/profile';
import { ensureBase } from './images';

/** Builds somebody's Dockerfile; the engine's cache makes it quick the second time. The tag is by name and folder. */
export async function buildFrom(
  name: string,
  { context, dockerfile, args }: Extract<ImageSource, { readonly kind: 'build' }>,
  tell: (line: string) => void,
): Promise<string> {
  // Base images of ours, which are not to be had elsewhere.
  const bases = Object.values(args).flatMap((value) => /^smtp-auth-harness\/base:([a-z0-9]+)$/.exec(value)?.[1] ?? []);
  for (const base of bases) await ensureBase(base, tell);
  const hash = createHash('sha256')
    .update(JSON.stringify([context, dockerfile, args]))
    .digest('hex')
    .slice(0, 12);
  const tag = `smtp-auth-harness/profile-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}:${hash}`;
  tell(`building ${name}`);
  try {
    await GenericContainer.fromDockerfile(context, dockerfile)
      .withBuildArgs({ ...args })
      .withCache(true)
      .build(tag, { deleteOnExit: false });
    return tag;
  } catch (cause) {
    throw new HarnessError('EBUILD', `${context}/${dockerfile}: ${(cause as Error).message}`, { cause });
  }
}
