import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allFormats, formatsNamed } from '../../../../reports/written/all-formats';
import { removeReports, writeReports } from '../../../../reports/written/write-reports';
import { check, resultOf } from '../samples';

describe('the reports', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'write-reports-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are written into a folder that is made if need be', () => {
    const result = resultOf([check('held')]);

    const paths = writeReports(result, formatsNamed(['junit', 'json']), join(folder, 'a/b'));

    expect(paths).toEqual([join(folder, 'a/b/result.json'), join(folder, 'a/b/junit.xml')]);
    expect(JSON.parse(readFileSync(join(folder, 'a/b/result.json'), 'utf8'))).toEqual(result);
    expect(readdirSync(join(folder, 'a/b')).sort()).toEqual(['junit.xml', 'result.json']);
  });

  test('of an earlier run are removed, and nothing else', () => {
    writeReports(resultOf([]), allFormats, folder);
    writeFileSync(join(folder, 'mine.txt'), '');

    removeReports(folder);

    expect(readdirSync(folder)).toEqual(['mine.txt']);
    expect(existsSync(join(folder, 'junit.xml'))).toBe(false);
  });

  test('need not be there to be removed', () => {
    expect(() => removeReports(join(folder, 'absent'))).not.toThrow();
  });
});
