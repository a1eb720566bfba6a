import { relative } from 'node:path';
import type { AggregatedResult, TestCaseResult, TestResult } from '@jest/reporters';
import type { CheckResult } from '../../helpers/model/result';
import { type RanTest, undecided } from './assemble-result';
import { failureMessage } from './failure-message';

/** The tests of a file that Jest ran; those that were filtered out or skipped did not run. */
export function ranTests(file: TestResult): readonly RanTest[] {
  return file.testResults.filter(didRun).map(ranTest);
}

/** Whether Jest ran the test, or left it out; a test that has begun can leave itself out only by failing so. */
export function didRun({ status, failureMessages }: TestCaseResult): boolean {
  return status === 'passed' || (status === 'failed' && !failureMessages.some((text) => text.startsWith(notAsked)));
}

/** How the error of a test begins whose check was left out, since enough have failed. */
export const notAsked = 'not asked: ';

/** One test of Jest's. Its title is the check's id and title: `open-relay/from-outside An outside client …`. */
export function ranTest(test: TestCaseResult): RanTest {
  const [, id = `harness/${test.title}`, title = test.title] = /^(\S+\/\S+) (.*)$/su.exec(test.title) ?? [];
  const [suite = 'harness'] = id.split('/');
  const failure = test.failureMessages.map(failureMessage).join('\n\n') || 'Jest gives no reason';
  return { id, suite, title, durationMs: test.duration ?? 0, failure: test.status === 'failed' ? failure : undefined };
}

/** What is wrong with a file as a whole: it could not be read, its worker crashed, its clean-up failed. */
export function fileProblem(file: TestResult, rootDir: string): CheckResult | undefined {
  if (file.testExecError === undefined) return undefined;
  return problem(relative(rootDir, file.testFilePath), 'The test file runs to its end', file.testExecError);
}

/** What is wrong with the run as a whole. */
export function runProblem(results: AggregatedResult): CheckResult | undefined {
  return results.runExecError === undefined ? undefined : problem('run', 'Jest runs to its end', results.runExecError);
}

function problem(name: string, title: string, error: NonNullable<TestResult['testExecError']>): CheckResult {
  return undecided({ id: `harness/${name}`, suite: 'harness', title, durationMs: 0 }, errorMessage(error));
}

/** The stack holds the message, except that Jest leaves the stack empty for some errors and the message for others. */
function errorMessage(error: NonNullable<TestResult['testExecError']>): string {
  return failureMessage(error.stack || error.message || 'Jest gives no reason');
}
