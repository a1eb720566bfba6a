import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allFormats, formatsNamed, readFormats } from '../../../../reports/written/all-formats';

describe('the formats', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'formats-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, id: string) =>
    writeFileSync(join(folder, file), `exports.format = { id: '${id}', file: '${id}.txt', render: () => '${id}' };`);

  test('are those of the folder, by name', () => {
    const files = readdirSync(join(__dirname, '../../../../reports/formats'));

    expect(allFormats.map(({ id }) => `${id}.ts`)).toEqual(files.sort());
  });

  test('need one new file each, and nothing else', () => {
    write('csv.js', 'csv');
    write('atom.js', 'atom');
    writeFileSync(join(folder, 'atom.d.ts'), '');

    expect(readFormats(folder).map(({ id }) => id)).toEqual(['atom', 'csv']);
  });

  test('have the name of their file', () => {
    write('csv.js', 'tsv');

    expect(() => readFormats(folder)).toThrow(`${join(folder, 'csv')} exports no \`format\` with the id csv`);
  });

  test('write no file that another one writes', () => {
    expect(new Set(allFormats.map(({ file }) => file)).size).toBe(allFormats.length);
  });

  test('are chosen by id, each once', () => {
    expect(formatsNamed(['junit', 'json', 'json']).map(({ id }) => id)).toEqual(['json', 'junit']);
    expect(() => formatsNamed(['json', 'pdf'])).toThrow(/no such format: pdf\n {2}→ .*json, junit/);
  });

  test('are those by default where none is named', () => {
    expect(formatsNamed([])).toEqual(allFormats.filter(({ byDefault }) => byDefault));
    expect(formatsNamed([]).map(({ id }) => id)).toEqual(expect.arrayContaining(['json', 'junit']));
  });
});
