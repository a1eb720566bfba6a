import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultFile } from '../../helpers/model/result';
import { allFormats } from './all-formats';
import type { ReportFormat } from './report-format';
import { writeWhole } from './write-whole';

/** Writes the result in these formats into the folder, which is made if need be, and returns the paths. */
export function writeReports(
  result: ResultFile,
  formats: readonly Pick<ReportFormat, 'file' | 'render'>[],
  folder: string,
): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return formats.map(({ file, render }) => {
    const path = join(folder, file);
    writeWhole(path, render(result));
    return path;
  });
}

/** Removes the reports of an earlier run, in all formats, so that none can pass for one of a run that breaks off. */
export function removeReports(folder: string): void {
  for (const file of [matrixFile, ...allFormats.map(({ file }) => file)]) rmSync(join(folder, file), { force: true });
}

/** What several servers came to, beside the folder of each. */
export const matrixFile = 'matrix.json';
