import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { HarnessError } from '../../helpers/errors';
import { dockerEngine } from './engine';
import { followToEnd } from './engine-progress';
import { owner, ownerLabel } from './leftovers';
import { type ReferenceDescription, referenceDescriptions } from './reference-descriptions';

/** How an image of ours is made: a Dockerfile below `containers/`, a base image, and what it copies. */
export interface ImageRecipe {
  readonly name: string;
  readonly dockerfile: string;
  /** The word that `setup.sh base` knows, another image of ours, or the name of anybody's. */
  readonly base: string | ImageRecipe | { readonly image: string };
  readonly sources: readonly string[];
}

/** The image of the lab, in whose network servers run. */
export const labRecipe: ImageRecipe = { name: 'lab', dockerfile: 'lab/Dockerfile', base: 'bookworm', sources: ['lab'] };

/** How the image of a reference server is made, as its description says. */
export function referenceRecipe(
  name: string,
  descriptions: readonly ReferenceDescription[] = referenceDescriptions,
): ImageRecipe {
  const server = descriptions.find((candidate) => candidate.name === name);
  if (!server) throw new HarnessError('ENOIMAGE', `no reference server is called ${name}`);
  const { base, dockerfileFolder } = server;
  return {
    name,
    dockerfile: `${dockerfileFolder}/Dockerfile`,
    base: base.kind === 'suite' ? base.name : referenceRecipe(base.name, descriptions),
    sources: [dockerfileFolder, 'postfix-sasl'],
  };
}

/** The how-to's configuration laid over an image that has Postfix and Cyrus SASL already. */
export function overlay(image: string): ImageRecipe {
  return { name: 'overlay', dockerfile: 'overlay/Dockerfile', base: { image }, sources: ['overlay', 'postfix-sasl'] };
}

/** Gives the tag of the image, built now if it isn't here yet. The tag names the content, so it is never stale. */
export async function ensureImage(recipe: ImageRecipe, tell: (line: string) => void): Promise<string> {
  const base = await ensureBase(recipe.base, tell);
  const tag = `smtp-auth-harness/${recipe.name}:${contentHash(recipe, base.id)}`;
  if (await imageId(tag)) return tag;

  tell(`building the image ${recipe.name} (about half a minute, once)`);
  const engine = await dockerEngine();
  const stream = await engine.buildImage(
    { context: folder, src: recipe.sources.flatMap(filesBelow) },
    { t: tag, dockerfile: recipe.dockerfile, buildargs: { BASE: base.name } },
  );
  const output: string[] = [];
  try {
    await followToEnd(stream, (text) => {
      output.push(text);
      if (text.startsWith('Step ')) tell(`  ${text.trim().slice(0, 100)}`);
    });
  } catch (cause) {
    const last = output.join('').trim().split('\n').slice(-15).join('\n  ');
    throw new HarnessError('EBUILD', `${recipe.name}: ${(cause as Error).message}\n  ${last}`, { cause });
  }
  return tag;
}

/** The id of a local image, or undefined. */
export async function imageId(name: string): Promise<string | undefined> {
  const engine = await dockerEngine();
  try {
    return (await engine.getImage(name).inspect()).Id;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return undefined;
    throw error;
  }
}

const folder = join(__dirname, '..');

/** A base image, local or made now. */
export async function ensureBase(base: ImageRecipe['base'], tell: (line: string) => void) {
  if (typeof base !== 'string' && 'image' in base) return { name: base.image, id: await pulledId(base.image, tell) };
  const name = typeof base === 'string' ? `smtp-auth-harness/base:${base}` : await ensureImage(base, tell);
  const local = await imageId(name);
  if (local) return { name, id: local };
  if (typeof base !== 'string') throw new HarnessError('ENOIMAGE', `${name} was removed while it was needed`);
  const output: string[] = [];
  const setUp = spawn('bash', [join(folder, 'setup.sh'), 'base', base], { stdio: ['ignore', 'inherit', 'pipe'] });
  // Its last words, why it failed and what to do, belong to the error; till then it shows that it is at work.
  createInterface({ input: setUp.stderr }).on('line', (line) => {
    output.push(line);
    if (!/FAILED|by hand/.test(line)) tell(line);
  });
  const [status] = await once(setUp, 'close');
  const id = status === 0 ? await imageId(name) : undefined;
  if (!id) throw new HarnessError('ENOIMAGE', `the base image ${base}\n${output.slice(-3).join('\n')}`);
  return { name, id };
}

/** The id of an image by its name, pulled if it isn't here. */
export async function pulledId(name: string, tell: (line: string) => void): Promise<string> {
  const local = await imageId(name);
  if (local) return local;
  tell(`pulling ${name}`);
  const engine = await dockerEngine();
  try {
    await followToEnd(await engine.pull(name), () => {});
  } catch (cause) {
    throw new HarnessError('ENOIMAGE', `${name}: ${(cause as Error).message}`, { cause });
  }
  const pulled = await imageId(name);
  if (!pulled) throw new HarnessError('ENOIMAGE', `${name}: it is not there after the pull`);
  return pulled;
}

/** Which of the paths are in an image; it is not run for that. */
export async function pathsIn(image: string, paths: readonly string[]): Promise<readonly string[]> {
  const engine = await dockerEngine();
  const container = await engine.createContainer({
    Image: image,
    Entrypoint: ['/none'],
    Labels: { [ownerLabel]: owner() },
  });
  try {
    const there = await Promise.all(
      paths.map((path) =>
        container.infoArchive({ path }).then(
          (response: NodeJS.ReadableStream & { destroy?: () => void }) => {
            // All is in its head; left open, it keeps the process alive.
            response.destroy?.();
            return [path];
          },
          // A path that isn't there is the answer, and an engine that fails at this fails at the next step too.
          () => [],
        ),
      ),
    );
    return there.flat();
  } finally {
    await container.remove();
  }
}

function contentHash(recipe: ImageRecipe, baseId: string): string {
  const hash = createHash('sha256').update(baseId);
  for (const file of recipe.sources.flatMap(filesBelow).sort()) {
    hash.update(`${file}\0${statSync(join(folder, file)).mode}\0`).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

function filesBelow(source: string): string[] {
  return (
    readdirSync(join(folder, source), { recursive: true, withFileTypes: true })
      // What is said of a server is not in its image: it may change without a new one.
      .filter((entry) => entry.isFile() && entry.name !== 'server.env')
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  );
}
