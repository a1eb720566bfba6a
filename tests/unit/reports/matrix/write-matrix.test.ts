import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareMatrixFolder, writeMatrix } from '../../../../reports/matrix/write-matrix';
import { check } from '../samples';
import { absent, asked, matrixOf } from './matrix-samples';

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

    const left = ['matrix.json', 'sid/result.json', 'result.json'].filter((file) => existsSync(join(folder, file)));
    expect(left).toEqual(['result.json']);
  });
});
