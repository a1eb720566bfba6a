import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AggregatedResult, Test, TestCaseResult, TestResult } from '@jest/reporters';
import { markInterrupted } from '../../../../reports/run/run-folder';
import VerifyReporter from '../../../../reports/run/verify-reporter';

const verifyFile = { path: '/verify/a.test.ts', context: { config: { displayName: { name: 'verify' } } } } as Test;
const otherFile = { path: '/unit/a.test.ts', context: { config: { displayName: { name: 'unit' } } } } as Test;

const passed = {
  testFilePath: '/verify/a.test.ts',
  testResults: [{ title: 'a/lost A', ancestorTitles: ['a'], status: 'passed', failureMessages: [], duration: 1 }],
} as unknown as TestResult;

describe('the reporter, used beside others', () => {
  const before = { ...process.env };
  let out: string;
  let write: jest.SpyInstance;

  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'verify-reporter-test-'));
    delete process.env.HARNESS_RUN_FOLDER;
    process.env.HARNESS_OUT = out;
    write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  });
  afterEach(() => {
    write.mockRestore();
    process.env = { ...before };
    rmSync(out, { recursive: true });
  });

  const report = (file: Test, changes: Partial<AggregatedResult> = {}): VerifyReporter => {
    const reporter = new VerifyReporter({ rootDir: '/' });
    reporter.onTestFileStart(file);
    reporter.onTestFileResult(file, passed);
    reporter.onRunComplete(new Set(), changes as AggregatedResult);
    return reporter;
  };

  test('makes Jest fail where a test passed but nothing is proved', () => {
    expect(report(verifyFile).getLastError()).toEqual(new Error('not all checks held'));
  });

  test('writes and says nothing, and fails nothing, if no check was to run', () => {
    expect(report(otherFile).getLastError()).toBeUndefined();
    expect(readdirSync(out)).toEqual([]);
    expect(write).not.toHaveBeenCalled();
  });

  test('reports that Jest itself broke', () => {
    report(otherFile, { runExecError: { message: 'no such runner', stack: undefined } });

    expect(write).toHaveBeenCalledWith(expect.stringContaining('no such runner'));
    expect(readdirSync(out)).toEqual(['index.html', 'junit.xml', 'result.json']);
  });

  test('names a report elsewhere by its whole path', () => {
    report(verifyFile);

    expect(write).toHaveBeenCalledWith(expect.stringContaining(`\n${join(out, 'junit.xml')}\n`));
  });

  test('shows nothing where it is to be quiet, and writes its reports all the same', () => {
    process.env.HARNESS_QUIET = '1';

    report(verifyFile);

    expect(write).not.toHaveBeenCalled();
    expect(readdirSync(out)).toEqual(['index.html', 'junit.xml', 'result.json']);
  });

  test('loses no verdict where the disk is full: it says so without a stack, shows the table, and leaves no half of a file', () => {
    // Whatever is written to this device of Linux finds no space.
    symlinkSync('/dev/full', join(out, `result.json.${process.pid}.tmp`));
    const complain = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

    const reporter = report(verifyFile);
    const said = String(complain.mock.calls[0]?.[0]);
    complain.mockRestore();

    expect(said).toMatch(/^verify: .*result\.json can not be written: no space left on the disk\n {2}→ make room/);
    expect(said).not.toMatch(/^ +at /m);
    expect(write).toHaveBeenCalledWith(expect.stringContaining('1 could not tell'));
    expect(readdirSync(out)).toEqual(['index.html']);
    expect(reporter.getLastError()).toBeInstanceOf(Error);
  });

  test('shows and writes nothing more once the run is interrupted: it would be what the end itself did', () => {
    const reporter = new VerifyReporter({ rootDir: '/' });
    reporter.onTestFileStart(verifyFile);
    markInterrupted(process.env.HARNESS_RUN_FOLDER ?? '');
    reporter.onTestCaseResult(verifyFile, passed.testResults[0] as TestCaseResult);
    reporter.onTestFileResult(verifyFile, passed);
    reporter.onRunComplete(new Set(), {} as AggregatedResult);

    expect(write).not.toHaveBeenCalled();
    expect(readdirSync(out)).toEqual([]);
  });

  test('removes the run folder that it made', () => {
    report(verifyFile);

    expect(existsSync(process.env.HARNESS_RUN_FOLDER ?? '')).toBe(false);
  });
});
