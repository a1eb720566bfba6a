import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as runFolder from '../../../../reports/run/run-folder';
import { check, resultOf } from '../samples';

describe('the run folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'run-folder-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('keeps a check in a file named for suite and check, and leaves nothing unfinished beside it', () => {
    runFolder.writeCheckResult(folder, check('held'));

    expect(readdirSync(join(folder, 'checks'))).toEqual(['open-relay--held.json']);
    expect(runFolder.readCheckResult(folder, 'open-relay/held')).toEqual(check('held'));
  });

  test('knows no path but its own, whatever an id contains', () => {
    runFolder.writeCheckResult(folder, check('held', { id: '../../open relay/587?' }));

    expect(readdirSync(join(folder, 'checks'))).toHaveLength(1);
  });

  test('replaces the result of a check that is asked again', () => {
    runFolder.writeCheckResult(folder, check('failed', { id: 'open-relay/again' }));
    runFolder.writeCheckResult(folder, check('held', { id: 'open-relay/again' }));

    expect(runFolder.readRunFolder(folder).checks).toEqual([check('held', { id: 'open-relay/again' })]);
  });

  test('gives back the checks in the order of their ids, and the target', () => {
    const { target } = resultOf([]);
    runFolder.writeCheckResult(folder, check('held', { id: 'b/1' }));
    runFolder.writeCheckResult(folder, check('held', { id: 'a/1' }));
    runFolder.writeTargetSummary(folder, target);

    const read = runFolder.readRunFolder(folder);

    expect(read.checks.map(({ id }) => id)).toEqual(['a/1', 'b/1']);
    expect(read.target).toEqual(target);
  });

  test('counts the checks that have a result, and none before there is one', () => {
    expect(runFolder.countCheckResults(folder)).toBe(0);
    for (const id of ['a/1', 'a/2']) runFolder.writeCheckResult(folder, check('held', { id }));

    expect(runFolder.countCheckResults(folder)).toBe(2);
  });

  test('is empty before anything was written, and where there is none', () => {
    const nothing = { checks: [], target: undefined };

    expect(runFolder.readRunFolder(folder)).toEqual(nothing);
    expect(runFolder.readRunFolder(join(folder, 'absent'))).toEqual(nothing);
    expect(runFolder.readCheckResult(folder, 'open-relay/held')).toBeUndefined();
    expect(runFolder.readResult(folder)).toBeUndefined();
  });

  test('leaves out what a killed writer did not finish', () => {
    runFolder.writeCheckResult(folder, check('held'));
    writeFileSync(join(folder, 'checks', 'open-relay--half.json.4711.tmp'), '{"id":');

    expect(runFolder.readRunFolder(folder).checks).toEqual([check('held')]);
  });

  test('says which file can not be read', () => {
    runFolder.writeCheckResult(folder, check('held'));
    writeFileSync(join(folder, 'checks', 'open-relay--held.json'), '{"id":');

    expect(() => runFolder.readRunFolder(folder)).toThrow(/open-relay--held\.json can not be read/);
  });

  test('keeps the assembled result for the command line', () => {
    const result = resultOf([check('held')]);
    runFolder.writeResult(folder, result);

    expect(runFolder.readResult(folder)).toEqual(result);
  });

  test('is another for each run', () => {
    const folders = [runFolder.createRunFolder(), runFolder.createRunFolder()];

    expect(new Set(folders).size).toBe(2);
    expect(folders.every(existsSync)).toBe(true);
    for (const each of folders) rmSync(each, { recursive: true });
  });

  test('takes no result any more of a run that was interrupted', () => {
    runFolder.writeCheckResult(folder, check('held'));
    runFolder.markInterrupted(folder);
    runFolder.writeCheckResult(folder, check('failed'));

    expect(runFolder.readRunFolder(folder).checks).toEqual([check('held')]);
  });

  test('of a process that is no more is removed by the next run; those of others, and of other machines, stay', () => {
    const made = runFolder.createRunFolder();
    const named = (host: string, pid: number) => join(tmpdir(), `smtp-auth-harness-${host}-${pid}-test`);
    // The kernel gives no number so high (proc(5), pid_max).
    const [orphan, elsewhere] = [named(hostname(), 2 ** 22 + 1), named('elsewhere.example', 2 ** 22 + 1)];
    for (const each of [orphan, elsewhere]) mkdirSync(each);
    const next = runFolder.createRunFolder();

    expect([made, orphan, elsewhere, next].map(existsSync)).toEqual([true, false, true, true]);
    for (const each of [made, elsewhere, next]) rmSync(each, { recursive: true });
  });
});
