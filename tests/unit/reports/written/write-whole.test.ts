import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../../../../reports/written/write-whole';

describe('a file that is written whole or not at all', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'write-whole-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('takes the place of an earlier one', () => {
    writeFileSync(join(folder, 'a'), 'of an earlier run');

    writeWhole(join(folder, 'a'), 'new');

    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('leaves nothing beside it where it can not be written', () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });

    expect(() => writeWhole(join(folder, 'a'), 'new')).toThrow(`${join(folder, 'a')} can not be written: `);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('says plainly that there is no space left', () => {
    // Whatever is written to this device of Linux finds no space.
    symlinkSync('/dev/full', join(folder, `a.${process.pid}.tmp`));

    expect(() => writeWhole(join(folder, 'a'), 'new')).toThrow(/no space left on the disk\n {2}→ make room/);
    expect(readdirSync(folder)).toEqual([]);
  });
});
