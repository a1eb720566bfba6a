import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AggregatedResult, Test, TestResult } from '@jest/reporters';
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

  test('removes the run folder that it made', () => {
    report(verifyFile);

    expect(existsSync(process.env.HARNESS_RUN_FOLDER ?? '')).toBe(false);
  });
});
