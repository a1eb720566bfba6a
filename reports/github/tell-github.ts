import { appendFileSync, statSync } from 'node:fs';
import type { ResultFile } from '../../helpers/model/result';
import { mostBytes } from '../markdown/fitting';
import { renderMarkdown } from '../markdown/render-markdown';
import { renderMatrixMarkdown } from '../markdown/render-matrix';
import type { Matrix } from '../matrix/matrix';
import { annotations, matrixAnnotations } from './annotations';

/**
 * In a job of GitHub Actions: adds the result to the job's summary (GITHUB_STEP_SUMMARY) and says on standard output
 * (`say`) what shall be shown as errors. Anywhere else, nothing.
 */
export function tellGithub(result: ResultFile, env: NodeJS.ProcessEnv, say: (text: string) => void): void {
  tell((most) => renderMarkdown(result, most), annotations(result), env, say);
}

/** The same for several servers: one summary, and as many errors as GitHub shows of one step. */
export function tellGithubMatrix(matrix: Matrix, env: NodeJS.ProcessEnv, say: (text: string) => void): void {
  tell((most) => renderMatrixMarkdown(matrix, most), matrixAnnotations(matrix), env, say);
}

function tell(
  summary: (most: number) => string,
  errors: readonly string[],
  env: NodeJS.ProcessEnv,
  say: (text: string) => void,
): void {
  if (env.GITHUB_STEP_SUMMARY) addToSummary(env.GITHUB_STEP_SUMMARY, summary, say);
  if (env.GITHUB_ACTIONS === 'true') for (const line of errors) say(`${line}\n`);
}

/** The file may hold what the step said before. That the summary can't be written is no verdict on a mail server. */
function addToSummary(file: string, summary: (most: number) => string, say: (text: string) => void): void {
  try {
    const already = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    appendFileSync(file, summary(mostBytes - already));
  } catch (error) {
    say(`The job summary can not be written: ${(error as Error).message}\n`);
  }
}
