import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultFile } from '../helpers/model/result';
import { renderJunit } from './junit';

/** Writes every report into the folder, which is made if need be, and returns their paths. */
export function writeReports(folder: string, result: ResultFile): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(renderers).map(([file, render]) => {
    const path = join(folder, file);
    writeFileSync(path, render(result));
    return path;
  });
}

/** Removes the reports of an earlier run, so that none can pass for one of a run that breaks off. */
export function removeReports(folder: string): void {
  for (const file of Object.keys(renderers)) rmSync(join(folder, file), { force: true });
}

/** One line a format: file name → how the result is rendered. */
const renderers: Readonly<Record<string, (result: ResultFile) => string>> = {
  'result.json': (result) => `${JSON.stringify(result, undefined, 2)}\n`,
  'junit.xml': renderJunit,
};
