import { readFileSync, rmSync } from 'node:fs';
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
import { writeReports } from '../written/write-reports';
import { assembleResult, type RanTest, settle } from './assemble-result';
import { didRun, fileProblem, ranTest, ranTests, runProblem } from './ran-tests';
import { reporterEnvironment } from './reporter-environment';
import { readCheckResult, readRunFolder, writeResult } from './run-folder';

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
    if (this.#files.has(test.path) && didRun(result)) this.#progress.checkFinished(this.#settle(ranTest(result)));
  }

  onTestFileResult(test: Test, file: TestResult): void {
    if (!isVerify(test)) return;
    this.#files.set(test.path, file);
    const problem = fileProblem(file, this.#rootDir);
    if (problem) this.#progress.say(problem);
    const checks = ranTests(file).map((ran) => this.#settle(ran));
    for (const [suite, ofSuite] of bySuite(checks)) this.#progress.suiteFinished(suite, ofSuite);
  }

  onRunComplete(_contexts: Set<TestContext>, results: AggregatedResult): void {
    clearInterval(this.#timer);
    this.#progress.end();
    const problem = runProblem(results);
    if (this.#files.size > 0 || problem) this.#report(this.#assemble(problem ? [problem] : []));
    if (this.#environment.ownsRunFolder) rmSync(this.#environment.runFolder, { recursive: true, force: true });
  }

  /** Makes Jest itself fail where a check has no answer although its test passed. */
  getLastError(): Error | undefined {
    return this.#error;
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
      tool: readTool(),
      startedAt: this.#startedAt,
      durationMs: performance.now() - this.#startedMs,
      targetName,
      ...(profile !== undefined && { definedIn: relative(process.cwd(), profile) }),
      ...(index !== undefined && count !== undefined && { shard: { index, count } }),
      tests: inOrder(files.flatMap(ranTests), suiteOrder),
      problems: [...files.flatMap((file) => fileProblem(file, this.#rootDir) ?? []), ...runProblems],
    });
  }

  #report(result: ResultFile): void {
    const { colour, formats, outFolder, quiet, runFolder, width } = this.#environment;
    const paths = writeReports(result, formatsNamed(formats), outFolder);
    writeResult(runFolder, result);
    const reportPaths = paths.map(shownPath);
    // With --verbose all that was seen stands above already.
    this.#show(`\n${renderTable(result, { colour, width, verbose: false, reportPaths })}`);
    if (!quiet) tellGithub(result, process.env, (text) => this.#show(text));
    if (exitStatus(result) !== 0) this.#error = new Error('not all checks held');
  }

  #show(text: string): void {
    if (!this.#environment.quiet) process.stdout.write(text);
  }
}

/** Suites as they are listed, those of no list last; the order within a suite stays. */
function inOrder(tests: readonly RanTest[], suiteOrder: readonly string[]): readonly RanTest[] {
  const place = ({ suite }: RanTest) => (suiteOrder.includes(suite) ? suiteOrder.indexOf(suite) : suiteOrder.length);
  return [...tests].sort((a, b) => place(a) - place(b));
}

function isVerify(test: Test): boolean {
  return test.context.config.displayName?.name === 'verify';
}

function readTool(): ResultFile['tool'] {
  const { name, version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  return { name, version };
}
