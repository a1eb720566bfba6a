import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../../../reports/terminal/shown-path';
import type { ResultFile } from '../../model/result';
import { WrongUsage } from '../shared/parse';

/** What did not hold in a run, and of which server. */
export interface LastFailed {
  readonly ids: readonly string[];
  readonly target: string;
}

/** Reads the last result of a folder. Throws WrongUsage where there is none, or nothing in it to ask again. */
export function lastFailed(folder: string): LastFailed {
  const path = join(folder, 'result.json');
  const { checks, target } = readResultFile(path);
  const wrong = checks.filter(({ verdict }) => verdict === 'failed' || verdict === 'could-not-tell');
  // What is said of the run itself can't be asked again.
  const ids = wrong.filter(({ suite }) => suite !== 'harness').map(({ id }) => id);
  if (ids.length === 0 && wrong.length > 0) {
    throw new WrongUsage(
      `${shownPath(path)} is of a run that did not come to its end: ask again without --last-failed`,
    );
  }
  if (ids.length === 0) throw new WrongUsage(`everything held in ${shownPath(path)}: there is nothing to ask again`);
  return { ids, target: target.name };
}

function readResultFile(path: string): Pick<ResultFile, 'checks' | 'target'> {
  try {
    const result = JSON.parse(readFileSync(path, 'utf8'));
    if (Array.isArray(result.checks) && typeof result.target?.name === 'string') return result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new WrongUsage(`there is no ${shownPath(path)}: --last-failed asks again what an earlier run left there`);
    }
    throw new WrongUsage(`${shownPath(path)} can not be read: ${(error as Error).message}`);
  }
  throw new WrongUsage(`${shownPath(path)} is no result of verify`);
}
