import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { HarnessError } from '../helpers/errors';
import { dockerEngine } from './engine';

/** How an image of ours is made: a Dockerfile below `containers/`, a base image, and what it copies. */
export interface ImageRecipe {
  readonly name: string;
  readonly dockerfile: string;
  /** The word that `setup.sh base` knows. */
  readonly base: string;
  readonly sources: readonly string[];
}

const server = (name: string, folder: string, base: string): ImageRecipe => ({
  name,
  dockerfile: `${folder}/Dockerfile`,
  base,
  sources: [folder, 'postfix-sasl'],
});

/** Every image that the project builds. */
export const recipes = {
  lab: { name: 'lab', dockerfile: 'lab/Dockerfile', base: 'bookworm', sources: ['lab'] },
  centos7: server('centos7', 'centos7', 'centos7'),
  debian12: server('debian12', 'debian', 'bookworm'),
} as const satisfies Record<string, ImageRecipe>;

/** Gives the tag of the image, built now if it isn't here yet. The tag names the content, so it is never stale. */
export async function ensureImage(recipe: ImageRecipe, tell: (line: string) => void): Promise<string> {
  const base = await ensureBase(recipe.base);
  const tag = `smtp-auth-harness/${recipe.name}:${contentHash(recipe, base.id)}`;
  if (await imageId(tag)) return tag;

  tell(`building the image ${recipe.name} (about half a minute, once)`);
  const engine = await dockerEngine();
  const stream = await engine.buildImage(
    { context: folder, src: recipe.sources.flatMap(filesBelow) },
    { t: tag, dockerfile: recipe.dockerfile, buildargs: { BASE: base.name } },
  );
  await new Promise<void>((resolve, reject) => {
    const output: string[] = [];
    engine.modem.followProgress(
      stream,
      (error) =>
        error ? reject(new HarnessError('EBUILD', `${recipe.name}: ${error.message}\n${output.join('')}`)) : resolve(),
      (event: { stream?: string }) => {
        if (event.stream) output.push(event.stream);
        if (event.stream?.startsWith('Step ')) tell(`  ${event.stream.trim().slice(0, 100)}`);
      },
    );
  });
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

const folder = __dirname;

async function ensureBase(base: string): Promise<{ readonly name: string; readonly id: string }> {
  const name = `smtp-auth-harness/base:${base}`;
  const local = await imageId(name);
  if (local) return { name, id: local };
  try {
    execFileSync('bash', [join(folder, 'setup.sh'), 'base', base], { stdio: ['ignore', 'inherit', 'inherit'] });
  } catch (cause) {
    throw new HarnessError('ENOIMAGE', `the base image ${base} (the lines above say why)`, { cause });
  }
  const id = await imageId(name);
  if (!id) throw new HarnessError('ENOIMAGE', name);
  return { name, id };
}

function contentHash(recipe: ImageRecipe, baseId: string): string {
  const hash = createHash('sha256').update(baseId);
  for (const file of recipe.sources.flatMap(filesBelow).sort()) {
    hash.update(`${file}\0${statSync(join(folder, file)).mode}\0`).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

function filesBelow(source: string): string[] {
  return readdirSync(join(folder, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
