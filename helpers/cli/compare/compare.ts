import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Baseline, baselineOf } from '../../../reports/comparison/baseline';
import { compare as compareBaselines, comparisonStatus } from '../../../reports/comparison/compare';
import { renderComparisonJson } from '../../../reports/comparison/comparison-json';
import { comparisonPage } from '../../../reports/comparison/comparison-page';
import { renderComparison } from '../../../reports/comparison/comparison-text';
import { terminalOf } from '../../../reports/terminal/terminal';
import { writeWhole } from '../../../reports/written/write-whole';
import { runVerifyProject } from '../../running/run-verify-project';
import { answer } from '../shared/answer';
import { parse } from '../shared/parse';
import { readBaseline } from '../verify/against-baseline';
import { parseArguments } from '../verify/arguments';
import { catalogue } from '../verify/catalogue';
import { isProfile } from '../verify/targets';
import { verifyRun } from '../verify/verify';
import { declareCompare } from './options';

/** The command `compare`: does what the arguments ask, and returns the exit status. */
export async function compare(argv: readonly string[], root = join(__dirname, '../../..')): Promise<number> {
  const parsed = parse(declareCompare().command, argv);
  if (parsed.kind !== 'given') return answer('compare', parsed, declareCompare());
  const problem = wordsProblem(parsed.words);
  if (problem !== undefined) return answer('compare', { kind: 'wrong', problem }, declareCompare());
  const [a = '', b = ''] = parsed.words;
  const { all = false, json = false, html, out = 'reports/out/compare' } = parsed.options;
  const runs: Baseline[] = [];
  for (const [index, name] of [a, b].entries()) {
    // A folder each: both may be the same image, and its name may hold slashes.
    const run = isRun(name)
      ? readBaseline(name)
      : await verified(name, { root, outFolder: resolve(out, `${index + 1}`) });
    if (typeof run === 'number') return run;
    runs.push(run);
  }
  const [before, now] = runs as [Baseline, Baseline];
  const comparison = compareBaselines(before, now);
  if (html !== undefined) writeWhole(html, comparisonPage(comparison));
  const { colour } = terminalOf(process.env, process.stdout);
  process.stdout.write(json ? renderComparisonJson(comparison) : renderComparison(comparison, { colour, all }));
  return comparisonStatus(comparison, now);
}

/** Whether these arguments need a Docker engine: they name a server. */
export function startsContainers(argv: readonly string[]): boolean {
  const parsed = parse(declareCompare().command, argv);
  return parsed.kind === 'given' && wordsProblem(parsed.words) === undefined && !parsed.words.every(isRun);
}

function wordsProblem(words: readonly string[]): string | undefined {
  if (words.length !== 2) return `give two runs to compare, and not ${words.length}`;
  for (const word of words) {
    if (isRun(word)) continue;
    if (word.endsWith('.json')) return `there is no file ${word}`;
    const parsed = parseArguments([word], catalogue);
    if (parsed.kind === 'wrong') return parsed.problem;
  }
  return undefined;
}

/** Whether it is the file of a run; what else is named is to be asked first: a server, an image, or a profile. */
function isRun(path: string): boolean {
  return !isProfile(path) && existsSync(path) && statSync(path).isFile();
}

/** Asks a server everything; the exit status where it came to no result. */
async function verified(name: string, place: { readonly root: string; readonly outFolder: string }) {
  const command = parseArguments([name], catalogue);
  if (command.kind !== 'run') throw new TypeError(`${name} can't be verified`);
  const run = verifyRun(command.options, { command, ...place });
  const { jest, result } = await runVerifyProject({ ...run, show: 'stderr' });
  if (jest.kind === 'interrupted') return jest.status;
  return result === undefined ? 2 : baselineOf(result);
}
