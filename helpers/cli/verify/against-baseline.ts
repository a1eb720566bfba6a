import { readFileSync } from 'node:fs';
import { type Baseline, baselineOf } from '../../../reports/comparison/baseline';
import { parseBaseline, renderBaseline } from '../../../reports/comparison/baseline-file';
import { compare, comparisonStatus, restrict } from '../../../reports/comparison/compare';
import { renderComparison } from '../../../reports/comparison/comparison-text';
import { parseResult } from '../../../reports/result/parse-result';
import { shownPath } from '../../../reports/terminal/shown-path';
import { writeWhole } from '../../../reports/written/write-whole';
import type { ResultFile } from '../../model/result';
import { selects } from '../../running/selects';

/** Reads what a run is compared with: a baseline, or the result file of an earlier run. Throws where there is none. */
export function readBaseline(path: string): Baseline {
  return parseBaseline(textOf(path), shownPath(path), parseResult);
}

/** What a run that asked these checks comes to beside a baseline, in words and as an exit status. */
export function againstBaseline(
  before: Baseline,
  result: ResultFile,
  { only, colour, all }: { readonly only: readonly string[]; readonly colour: boolean; readonly all: boolean },
): { readonly text: string; readonly status: 0 | 1 | 2 } {
  const now = baselineOf(result);
  const asked = restrict(before, (id) => selects(only, { id, suite: id.split('/')[0] ?? id }));
  const comparison = compare(asked, now);
  return { text: renderComparison(comparison, { colour, all }), status: comparisonStatus(comparison, now) };
}

/** Writes a run as a baseline. */
export function writeBaseline(path: string, result: ResultFile): void {
  writeWhole(path, renderBaseline(baselineOf(result)));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : message;
    throw new Error(`${shownPath(path)} can not be read: ${why}\n  → --write-baseline makes one`, { cause: error });
  }
}
