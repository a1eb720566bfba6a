import { appendFileSync, statSync } from 'node:fs';
import type { ResultFile } from '../../helpers/model/result';
import { mostBytes, renderMarkdown } from '../markdown/render-markdown';
import { annotations } from './annotations';

/**
 * In a job of GitHub Actions: adds the result to the job's summary (GITHUB_STEP_SUMMARY) and says on standard output
 * (`say`) what shall be shown as errors. Anywhere else, nothing.
 */
export function tellGithub(result: ResultFile, env: NodeJS.ProcessEnv, say: (text: string) => void): void {
  if (env.GITHUB_STEP_SUMMARY) addToSummary(env.GITHUB_STEP_SUMMARY, result, say);
  if (env.GITHUB_ACTIONS === 'true') for (const line of annotations(result)) say(`${line}\n`);
}

/** The file may hold what the step said before. That the summary can't be written is no verdict on a mail server. */
function addToSummary(file: string, result: ResultFile, say: (text: string) => void): void {
  try {
    const already = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    appendFileSync(file, renderMarkdown(result, mostBytes - already));
  } catch (error) {
    say(`The job summary can not be written: ${(error as Error).message}\n`);
  }
}
