import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readCatalogue } from '../../../helpers/failure-modes/read-catalogue';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('every file in the folder of a family is a failure mode, in the order of the ids', () => {
  write('tls/no-key.js', 'tls/no-key');
  write('dns/client-listed.js', 'dns/client-listed');
  write('dns/a-list.js', 'dns/a-list');

  expect(readCatalogue(folder).map(({ id }) => id)).toEqual(['dns/a-list', 'dns/client-listed', 'tls/no-key']);
});

test('what is in a folder named shared is no failure mode, nor are types, nor files beside the families', () => {
  write('tls/no-key.js', 'tls/no-key');
  for (const path of ['tls/shared/keys.js', 'shared/keys.js', 'tls/no-key.d.ts', 'catalogue.js']) write(path, 'none');

  expect(readCatalogue(folder).map(({ id }) => id)).toEqual(['tls/no-key']);
});

test('a failure mode whose id is not its path is an error that says both', () => {
  write('tls/no-key.js', 'tls/key-missing');

  expect(() => readCatalogue(folder)).toThrow(
    /tls\/no-key exports the failure mode tls\/key-missing: it must be tls\/no-key/,
  );
});

test('a file without a failure mode is an error that says where it may stand', () => {
  write('tls/keys.js', undefined);

  expect(() => readCatalogue(folder)).toThrow(/tls\/keys exports no `mode`.* in a folder named shared/);
});

function write(path: string, id: string | undefined): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, id === undefined ? '' : `exports.mode = { id: '${id}' };\n`);
}
