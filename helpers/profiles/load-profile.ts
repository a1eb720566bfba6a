import { readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { HarnessError } from '../errors';
import type { Profile } from '../model/profile';
import { completeProfile } from './complete-profile';
import { type LineOf, problem } from './problems';
import { profileSchema } from './schema';
import { parseYaml } from './yaml-lines';

/**
 * Reads a profile: YAML, or TypeScript or JavaScript whose default export it is. Throws EPROFILE with everything that is
 * wrong with it: line, place, and what is expected there.
 */
export function loadProfile(file: string, env: NodeJS.ProcessEnv = process.env): Profile {
  const path = resolve(file);
  const { value, lineOf } = isProgram(path) ? fromProgram(path) : parseYaml(path, readText(path));
  const parsed = profileSchema.safeParse(value ?? {});
  if (!parsed.success) {
    throw new HarnessError('EPROFILE', parsed.error.issues.map((issue) => problem(file, issue, lineOf)).join('\n'));
  }
  return completeProfile(parsed.data, { path, folder: dirname(path), env, lineOf });
}

function isProgram(path: string): boolean {
  return /^\.[cm]?[jt]s$/.test(extname(path));
}

function fromProgram(path: string): { readonly value: unknown; readonly lineOf: LineOf } {
  const unregister = transformTypeScript(path);
  try {
    const loaded = require(path) as { readonly default?: unknown };
    return { value: loaded.default ?? loaded, lineOf: () => undefined };
  } catch (cause) {
    throw new HarnessError('EPROFILE', `${path} can not be run: ${(cause as Error).message}`, { cause });
  } finally {
    unregister();
  }
}

/** JavaScript needs none of it, unless it is an ES module and Node 20 is to require it. */
function transformTypeScript(path: string): () => void {
  try {
    const { register } = require('esbuild-register/dist/node') as typeof import('esbuild-register/dist/node');
    return register().unregister;
  } catch (cause) {
    if (extname(path).endsWith('js')) return () => {};
    const how = 'npm install --save-dev esbuild esbuild-register, or write it as YAML';
    throw new HarnessError('ENOPACKAGE', `${path} is TypeScript: ${how}`, { cause });
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new HarnessError('EPROFILE', `${path} can not be read: ${(cause as Error).message}`, { cause });
  }
}
