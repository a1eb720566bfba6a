import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareMatrixFolder, serverFolders, writeMatrix } from '../../../../reports/matrix/write-matrix';
import { check } from '../samples';
import { absent, asked, broken, matrixOf } from './matrix-samples';

describe('the reports of a matrix', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'write-matrix-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are one file for all, and a folder for each server that was asked', () => {
    const matrix = matrixOf([absent, asked('debian12', [check('held')])]);

    expect(writeMatrix(folder, matrix)).toEqual(
      ['index.html', 'matrix.json', 'debian12'].map((name) => join(folder, name)),
    );
    expect(JSON.parse(readFileSync(join(folder, 'matrix.json'), 'utf8'))).toEqual(matrix);
  });

  test('of an earlier run are removed, of servers that may not be here today too', () => {
    mkdirSync(join(folder, 'sid'));
    for (const file of ['matrix.json', 'sid/result.json', 'result.json']) writeFileSync(join(folder, file), '');

    prepareMatrixFolder(folder, ['debian12', 'sid']);

    expect(['matrix.json', 'sid/result.json', 'result.json'].filter((file) => existsSync(join(folder, file)))).toEqual(
      [],
    );
  });

  test('lie in folders that are named for the servers, as far as folders can be, and never in one', () => {
    const names = [
      'registry.example.test/mail:7',
      'registry.example.test-mail-7',
      '../profiles/mail.yaml',
      'index.html',
    ];

    expect([...serverFolders('out', names).values()]).toEqual([
      'out/registry.example.test-mail-7',
      'out/registry.example.test-mail-7-2',
      'out/profiles-mail.yaml',
      'out/index.html-2',
    ]);
  });

  test('have a summary of all in Markdown, where that was asked for', () => {
    const matrix = matrixOf([asked('debian12', [check('held')]), broken]);

    expect(writeMatrix(folder, matrix, ['markdown'])).toContain(join(folder, 'summary.md'));
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('sid could not tell; debian12 held');
  });
});
