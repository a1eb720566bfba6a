import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const loader = join(__dirname, '../../../.ci/typescript.js');
const folder = mkdtempSync(join(tmpdir(), 'typescript-'));
const file = join(folder, 'program.ts');

afterAll(() => rmSync(folder, { recursive: true }));

function run(source: string) {
  writeFileSync(file, source);
  const { stdout, stderr } = spawnSync(process.execPath, ['-r', loader, file], { encoding: 'utf8' });
  return { stdout, stderr };
}

test('a program is what its file says now, however often it ran before', () => {
  const says = (word: string) => `const word: string = '${word}';\nconsole.log(word);\n`;

  expect([says('first'), says('first'), says('second'), says('first')].map((source) => run(source).stdout)).toEqual([
    'first\n',
    'first\n',
    'second\n',
    'first\n',
  ]);
});

test('a mistake is told with its line', () => {
  const source = `const word: string = 'a';\n\nthrow new Error(word);\n`;

  for (const { stderr } of [run(source), run(source)]) expect(stderr).toContain(`${file}:3\n`);
});
