import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Matrix, matrixStatus } from '../../../reports/matrix/matrix';
import { renderMatrix } from '../../../reports/matrix/matrix-table';
import { prepareMatrixFolder, serverFolder, writeMatrix } from '../../../reports/matrix/write-matrix';
import { mergeResults } from '../../../reports/merging/merge-results';
import { parseResult } from '../../../reports/result/parse-result';
import { endStatus } from '../../../reports/result/summary';
import { shownPath } from '../../../reports/terminal/shown-path';
import { renderTable } from '../../../reports/terminal/table';
import { terminalOf } from '../../../reports/terminal/terminal';
import { formatsNamed } from '../../../reports/written/all-formats';
import { writeReports } from '../../../reports/written/write-reports';
import type { ResultFile } from '../../model/result';
import { answer } from '../shared/answer';
import { parse } from '../shared/parse';
import { catalogue, idsAsked } from '../verify/catalogue';
import { declareMerge } from './options';

/** The command `merge`: does what the arguments ask, and returns the exit status. */
export async function merge(argv: readonly string[]): Promise<number> {
  const parsed = parse(declareMerge().command, argv);
  if (parsed.kind !== 'given') return answer('merge', parsed, declareMerge());
  const problem = parsed.words.length === 0 ? 'give the result.json of each run' : undefined;
  if (problem !== undefined) return answer('merge', { kind: 'wrong', problem }, declareMerge());
  const { json = false, out = 'reports/out', format: named = [] } = parsed.options;
  const results = mergeResults(parsed.words.map(readResult), idsAsked(catalogue.suites, []));
  const formats = formatsNamed(named.length > 0 ? ['json', ...named] : []);
  const [only, ...others] = results;
  return only !== undefined && others.length === 0
    ? writeOne(only, { json, formats, outFolder: resolve(out) })
    : writeSeveral(results, { json, formats, outFolder: resolve(out) });
}

interface Output {
  readonly json: boolean;
  readonly formats: ReturnType<typeof formatsNamed>;
  readonly outFolder: string;
}

function writeOne(result: ResultFile, { json, formats, outFolder }: Output): number {
  const reportPaths = writeReports(result, formats, outFolder).map(shownPath);
  show(json, result, (terminal) => renderTable(result, { ...terminal, verbose: false, reportPaths }));
  return endStatus(result);
}

function writeSeveral(results: readonly ResultFile[], { json, formats, outFolder }: Output): number {
  const servers = results.map((result) => ({
    kind: 'asked' as const,
    name: result.target.name,
    result,
    remark: undefined,
  }));
  const starts = results.map(({ startedAt }) => Date.parse(startedAt));
  const start = Math.min(...starts);
  const end = Math.max(...results.map(({ durationMs }, index) => (starts[index] ?? start) + durationMs));
  const matrix: Matrix = {
    schema: 'smtp-auth-harness/matrix/2',
    startedAt: new Date(start).toISOString(),
    durationMs: end - start,
    servers,
  };
  prepareMatrixFolder(
    outFolder,
    servers.map(({ name }) => name),
  );
  for (const { name, result } of servers) writeReports(result, formats, serverFolder(outFolder, name));
  const reportPaths = writeMatrix(outFolder, matrix).map(shownPath);
  show(json, matrix, (terminal) => renderMatrix(matrix, { ...terminal, verbose: false, reportPaths }));
  return matrixStatus(matrix);
}

function show(json: boolean, data: unknown, text: (terminal: ReturnType<typeof terminalOf>) => string): void {
  process.stdout.write(
    json ? `${JSON.stringify(data, undefined, 2)}\n` : text(terminalOf(process.env, process.stdout)),
  );
}

function readResult(path: string): ResultFile {
  try {
    return parseResult(readFileSync(path, 'utf8'), shownPath(resolve(path)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`there is no ${shownPath(resolve(path))}\n  → give the result.json of each run`, { cause: error });
  }
}
