import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { tellGithub, tellGithubMatrix } from '../../../reports/github/tell-github';
import { matrixStatus } from '../../../reports/matrix/matrix';
import { renderMatrix } from '../../../reports/matrix/matrix-table';
import { prepareMatrixFolder, serverFolders, writeMatrix } from '../../../reports/matrix/write-matrix';
import { mergeResults } from '../../../reports/merging/merge-results';
import { mergedMatrix } from '../../../reports/merging/merged-matrix';
import { parseResult } from '../../../reports/result/parse-result';
import { endStatus } from '../../../reports/result/summary';
import { shownPath } from '../../../reports/terminal/shown-path';
import { renderTable } from '../../../reports/terminal/table';
import { terminalOf } from '../../../reports/terminal/terminal';
import { jsonText } from '../../../reports/text/json-text';
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
  const results = mergeResults(parsed.words.map(readResult), { ids: idsAsked(catalogue.suites, []), noticedBy });
  const formats = formatsNamed(named.length > 0 ? ['json', ...named] : []);
  const [only, ...others] = results;
  return only !== undefined && others.length === 0
    ? writeOne(only, { json, formats, outFolder: resolve(out) })
    : writeSeveral(results, { json, formats, outFolder: resolve(out) });
}

/** Loaded where a result has a cause: the failure modes are some two hundred files. */
function noticedBy(failureMode: string): readonly string[] {
  const { catalogue: modes } =
    require('../../failure-modes/catalogue') as typeof import('../../failure-modes/catalogue');
  return modes.find(({ id }) => id === failureMode)?.noticedBy ?? [];
}

interface Output {
  readonly json: boolean;
  readonly formats: ReturnType<typeof formatsNamed>;
  readonly outFolder: string;
}

function writeOne(result: ResultFile, { json, formats, outFolder }: Output): number {
  const reportPaths = writeReports(result, formats, outFolder).map(shownPath);
  show(json, result, (terminal) => renderTable(result, { ...terminal, verbose: false, reportPaths }));
  tellGithub(result, process.env, remark(json));
  return endStatus(result);
}

function writeSeveral(results: readonly ResultFile[], { json, formats, outFolder }: Output): number {
  const matrix = mergedMatrix(results);
  const names = matrix.servers.map(({ name }) => name);
  prepareMatrixFolder(outFolder, names);
  for (const [index, folder] of [...serverFolders(outFolder, names).values()].entries()) {
    writeReports(results[index] as ResultFile, formats, folder);
  }
  const ids = formats.map(({ id }) => id);
  const reportPaths = writeMatrix(outFolder, matrix, ids).map(shownPath);
  show(json, matrix, (terminal) => renderMatrix(matrix, { ...terminal, verbose: false, reportPaths }));
  tellGithubMatrix(matrix, process.env, remark(json));
  return matrixStatus(matrix);
}

/** What is no JSON goes elsewhere, where that is wanted on standard output. */
function remark(json: boolean): (text: string) => void {
  return (text) => void (json ? process.stderr : process.stdout).write(text);
}

function show(json: boolean, data: unknown, text: (terminal: ReturnType<typeof terminalOf>) => string): void {
  process.stdout.write(json ? jsonText(data) : text(terminalOf(process.env, process.stdout)));
}

function readResult(path: string): ResultFile {
  try {
    return parseResult(readFileSync(path, 'utf8'), shownPath(resolve(path)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`there is no ${shownPath(resolve(path))}\n  → give the result.json of each run`, { cause: error });
  }
}
