import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FailureMode } from '../model/failure-mode';

/**
 * Reads the failure modes of a folder: `<family>/<name>.ts`, or `.js` where it is compiled, exports as `mode` the one with
 * the id `<family>/<name>`. What several modes share is in a folder `shared`, beside the families or in one of them.
 */
export function readCatalogue(folder: string): readonly FailureMode[] {
  return modeIds(folder).map((id) => {
    const { mode }: { readonly mode?: FailureMode } = require(join(folder, id));
    if (mode?.id === id) return mode;
    const found = mode ? `exports the failure mode ${mode.id}` : 'exports no `mode`';
    throw new Error(
      `${join(folder, id)} ${found}: it must be ${id}, or stand in a folder named shared if it is no mode`,
    );
  });
}

/** In an order that depends on nothing but the names. */
function modeIds(folder: string): readonly string[] {
  return foldersIn(folder)
    .flatMap((family) =>
      readdirSync(join(folder, family)).flatMap((file) => sourceName(file).map((name) => `${family}/${name}`)),
    )
    .sort();
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map(({ name }) => name);
}

function sourceName(file: string): readonly string[] {
  return file.endsWith('.d.ts') ? [] : [...file.matchAll(/^(.+)\.[jt]s$/g)].map(([, name = '']) => name);
}
