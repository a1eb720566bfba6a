import { createHash } from 'node:crypto';
import { GenericContainer } from 'testcontainers';
import { HarnessError } from '../../helpers/errors';
import type { ImageSource } from '../../helpers/model/profile';
import { ensureBase, ensureImage, referenceRecipe } from './images';

/** Builds somebody's Dockerfile; the engine's cache makes it quick the second time. The tag is by name and folder. */
export async function buildFrom(
  name: string,
  { context, dockerfile, args, target }: Extract<ImageSource, { readonly kind: 'build' }>,
  tell: (line: string) => void,
): Promise<string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(args)) given[name] = await oursByName(value, tell);
  const hash = createHash('sha256')
    .update(JSON.stringify([context, dockerfile, given, ...(target === undefined ? [] : [target])]))
    .digest('hex')
    .slice(0, 12);
  const tag = `smtp-auth-harness/profile-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}:${hash}`;
  tell(`building ${name}`);
  try {
    const builder = GenericContainer.fromDockerfile(context, dockerfile).withBuildArgs(given).withCache(true);
    if (target !== undefined) builder.withTarget(target);
    await builder.build(tag, { deleteOnExit: false });
    return tag;
  } catch (cause) {
    throw new HarnessError('EBUILD', `${context}/${dockerfile}: ${(cause as Error).message}`, { cause });
  }
}

/** Images of ours are not to be had elsewhere: `base:bookworm` is made now, and of `reference:debian12` the one of today is taken. */
async function oursByName(value: string, tell: (line: string) => void): Promise<string> {
  const [, kind, name = ''] = /^smtp-auth-harness\/(base|reference):([a-z0-9]+)$/.exec(value) ?? [];
  if (kind === 'reference') return ensureImage(referenceRecipe(name), tell);
  return kind === 'base' ? (await ensureBase(name, tell)).name : value;
}
