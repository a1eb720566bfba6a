import { brief } from '../../../helpers/cli/verify/brief';
import type { ResultFile } from '../../../helpers/model/result';
import { baselineOf } from '../../../reports/comparison/baseline';
import { renderBaseline } from '../../../reports/comparison/baseline-file';
import { compare } from '../../../reports/comparison/compare';
import { renderComparisonJson } from '../../../reports/comparison/comparison-json';
import { comparisonPage } from '../../../reports/comparison/comparison-page';
import { renderComparison } from '../../../reports/comparison/comparison-text';
import { annotations } from '../../../reports/github/annotations';
import { matrixPage } from '../../../reports/html/matrix-page';
import { renderMatrixMarkdown } from '../../../reports/markdown/render-matrix';
import { renderMatrix } from '../../../reports/matrix/matrix-table';
import { mergedMatrix } from '../../../reports/merging/merged-matrix';
import { Progress } from '../../../reports/terminal/progress';
import { renderTable } from '../../../reports/terminal/table';
import { allFormats } from '../../../reports/written/all-formats';
import { noEvidence, resultOf } from './samples';

/** What is made of a result. */
export const renderings: readonly string[] = [
  ...allFormats.map(({ id }) => id),
  ...['the terminal', 'the terminal, verbose', '--quiet', 'progress', 'annotations'],
  ...['the page of a matrix', 'the table of a matrix', 'the summary of a matrix', 'matrix.json'],
  ...['a baseline', 'the page of a comparison', 'a comparison', 'the JSON of a comparison'],
];

/** Everything that is ever made of a result, by name. */
export function rendered(result: ResultFile): ReadonlyMap<string, string> {
  const toFile = { colour: false, width: undefined, verbose: true, reportPaths: [] };
  const matrix = mergedMatrix([result]);
  const silent = result.checks.map((check) => ({ ...check, evidence: noEvidence }));
  const comparison = compare(baselineOf(result), baselineOf(resultOf(silent)));
  let progress = '';
  const output = {
    write: (text: string) => {
      progress += text;
    },
    liveWidth: undefined,
    colour: false,
    now: () => 0,
  };
  for (const check of result.checks) new Progress(output, { verbose: true }).checkFinished(check);
  return new Map([
    ...allFormats.map(({ id, render }) => [id, String(render(result))] as const),
    ['the terminal', renderTable(result, { ...toFile, verbose: false })],
    ['the terminal, verbose', renderTable(result, toFile)],
    ['--quiet', brief(result)],
    ['progress', progress],
    ['annotations', annotations(result).join('\n')],
    ['the page of a matrix', matrixPage(matrix, (name) => name)],
    ['the table of a matrix', renderMatrix(matrix, toFile)],
    ['the summary of a matrix', renderMatrixMarkdown(matrix)],
    ['matrix.json', JSON.stringify(matrix)],
    ['a baseline', renderBaseline(baselineOf(result))],
    ['the page of a comparison', comparisonPage(comparison)],
    ['a comparison', renderComparison(comparison, { colour: false, all: true })],
    ['the JSON of a comparison', renderComparisonJson(comparison)],
  ]);
}
