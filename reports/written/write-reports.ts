import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  makeFolder(folder);
  return formats.map(({ file, render }) => {
    const path = join(folder, file);
    writeWhole(path, render(result));
    return path;
  });
}

/**
 * Makes the folder and sees that a report can be written there; throws at once where it can't, and not after a run of minutes.
 */
export function prepareFolder(folder: string): void {
  const sample = join(folder, 'result.json.sample');
  try {
    makeFolder(folder);
    // A disk that is full takes an empty file.
    writeWhole(sample, 'x'.repeat(4096));
    rmSync(sample);
  } catch (error) {
    const { message } = error as Error;
    const advice = message.includes('→') ? '' : '\n  → give another folder with --out';
    throw new Error(`no reports can be written to ${folder}: ${message}${advice}`, { cause: error });
  }
}

/** Not by `recursive`: under /proc, where nothing can be made, Node 20 tries for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Removes the reports of an earlier run, in all formats, so that none can pass for one of a run that breaks off. */
export function removeReports(folder: string): void {
  for (const file of [matrixFile, servicesLog, ...allFormats.map(({ file }) => file)])
    rmSync(join(folder, file), { force: true });
}

/** What the services of a compose file logged that ran beside the server. */
export const servicesLog = 'services.log';

/** What several servers came to, beside the folder of each. */
export const matrixFile = 'matrix.json';
