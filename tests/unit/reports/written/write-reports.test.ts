import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allFormats, formatsNamed } from '../../../../reports/written/all-formats';
import { prepareFolder, removeReports, writeReports } from '../../../../reports/written/write-reports';
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

  test('that can not be written are refused before the run: no folder can be made, or the disk is full', () => {
    writeFileSync(join(folder, 'file'), '');
    const below = join(folder, 'file', 'below');
    // Whatever is written to this device of Linux finds no space.
    symlinkSync('/dev/full', join(folder, `result.json.sample.${process.pid}.tmp`));

    expect(() => prepareFolder(below)).toThrow(/^no reports can be written to .*below: ENOTDIR.*\n {2}→ give another/);
    expect(() => prepareFolder('/proc/nothing/there')).toThrow(
      /^no reports can be written to \/proc\/nothing\/there: ENOENT/,
    );
    expect(() => prepareFolder(folder)).toThrow(/no space left on the disk\n {2}→ make room/);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('need not be there to be removed', () => {
    expect(() => removeReports(join(folder, 'absent'))).not.toThrow();
  });
});
