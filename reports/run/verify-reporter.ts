import { existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type {
  AggregatedResult,
  Config,
  Reporter,
  Test,
  TestCaseResult,
  TestContext,
  TestResult,
} from '@jest/reporters';
import type { CheckResult, ResultFile } from '../../helpers/model/result';
import { tellGithub } from '../github/tell-github';
import { bySuite } from '../result/by-suite';
import { exitStatus } from '../result/summary';
import { Progress } from '../terminal/progress';
import { shownPath } from '../terminal/shown-path';
import { renderTable } from '../terminal/table';
import { formatsNamed } from '../written/all-formats';
import { servicesLog, writeReports } from '../written/write-reports';
import { assembleResult, type RanTest, settle } from './assemble-result';
import { ownTool } from './own-tool';
import { didRun, fileProblem, ranTest, ranTests, runProblem } from './ran-tests';
import { reporterEnvironment } from './reporter-environment';
import { isInterrupted, readCheckResult, readRunFolder, writeResult } from './run-folder';
import { inSuiteOrder } from './suite-order';

/** Follows the verify project in Jest, and reports what its checks left. Says nothing of other projects. */
export default class VerifyReporter implements Reporter {
  readonly #rootDir: string;
  readonly #environment = reporterEnvironment(process.env, process.stdout);
  readonly #startedAt = new Date();
  readonly #startedMs = performance.now();
  readonly #files = new Map<string, TestResult | undefined>();
  readonly #progress: Progress;
  #timer: NodeJS.Timeout | undefined;
  #error: Error | undefined;

  constructor(globalConfig: Pick<Config.GlobalConfig, 'rootDir'>) {
    this.#rootDir = globalConfig.rootDir;
    const { width, colour, verbose } = this.#environment;
    const output = {
      write: (text: string) => this.#show(text),
      liveWidth: width,
      colour,
      now: () => performance.now(),
    };
    this.#progress = new Progress(output, { verbose });
  }

  onTestFileStart(test: Test): void {
    if (!isVerify(test)) return;
    this.#files.set(test.path, undefined);
    this.#timer ??= setInterval(() => this.#progress.tick(), 1000).unref();
  }

  onTestCaseStart(test: Test, started: Parameters<NonNullable<Reporter['onTestCaseStart']>>[1]): void {
    if (this.#files.has(test.path)) this.#progress.checkStarted(started.title.split(' ', 1)[0] ?? started.title);
  }

  onTestCaseResult(test: Test, result: TestCaseResult): void {
    if (this.#interrupted) return;
    if (this.#files.has(test.path) && didRun(result)) this.#progress.checkFinished(this.#settle(ranTest(result)));
  }

  onTestFileResult(test: Test, file: TestResult): void {
    if (!isVerify(test)) return;
    this.#files.set(test.path, file);
    if (this.#interrupted) return;
    const problem = fileProblem(file, this.#rootDir);
    if (problem) this.#progress.say(problem);
    const checks = ranTests(file).map((ran) => this.#settle(ran));
    for (const [suite, ofSuite] of bySuite(checks)) this.#progress.suiteFinished(suite, ofSuite);
  }

  onRunComplete(_contexts: Set<TestContext>, results: AggregatedResult): void {
    clearInterval(this.#timer);
    this.#progress.end();
    const problem = runProblem(results);
    // What was answered until then is for the command line to report, which has interrupted the run.
    if (!this.#interrupted && (this.#files.size > 0 || problem)) this.#report(this.#assemble(problem ? [problem] : []));
    if (this.#environment.ownsRunFolder) rmSync(this.#environment.runFolder, { recursive: true, force: true });
  }

  /** Makes Jest itself fail where a check has no answer although its test passed. */
  getLastError(): Error | undefined {
    return this.#error;
  }

  get #interrupted(): boolean {
    return isInterrupted(this.#environment.runFolder);
  }

  #settle(ran: RanTest): CheckResult {
    return settle(ran, readCheckResult(this.#environment.runFolder, ran.id));
  }

  #assemble(runProblems: readonly CheckResult[]): ResultFile {
    const { profile, runFolder, shard, suiteOrder, targetName } = this.#environment;
    const [index, count] = shard?.split('/').map(Number) ?? [];
    // By path, since the order in which workers finish differs from run to run.
    const files = [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, file]) => file ?? []);
    return assembleResult({
      ...readRunFolder(runFolder),
      tool: ownTool(),
      startedAt: this.#startedAt,
      durationMs: performance.now() - this.#startedMs,
      targetName,
      ...(profile !== undefined && { definedIn: relative(process.cwd(), profile) }),
      ...(index !== undefined && count !== undefined && { shard: { index, count } }),
      tests: inSuiteOrder(files.flatMap(ranTests), suiteOrder),
      problems: [...files.flatMap((file) => fileProblem(file, this.#rootDir) ?? []), ...runProblems],
    });
  }

  #report(result: ResultFile): void {
    const { colour, formats, outFolder, quiet, runFolder, width } = this.#environment;
    writeResult(runFolder, result);
    const log = join(outFolder, servicesLog);
    const paths = this.#write(() => writeReports(result, formatsNamed(formats), outFolder));
    const reportPaths = (existsSync(log) ? [...paths, log] : paths).map(shownPath);
    // With --verbose all that was seen stands above already.
    this.#show(`\n${renderTable(result, { colour, width, verbose: false, reportPaths })}`);
    if (!quiet) tellGithub(result, process.env, (text) => this.#show(text));
    if (exitStatus(result) !== 0) this.#error ??= new Error('not all checks held');
  }

  /** A disk that is full takes the reports, and not the verdicts on the terminal. */
  #write(write: () => readonly string[]): readonly string[] {
    try {
      return write();
    } catch (error) {
      this.#error = error as Error;
      process.stderr.write(`verify: ${(error as Error).message}\n`);
      return [];
    }
  }

  #show(text: string): void {
    if (!this.#environment.quiet) process.stdout.write(text);
  }
}

function isVerify(test: Test): boolean {
  return test.context.config.displayName?.name === 'verify';
}
