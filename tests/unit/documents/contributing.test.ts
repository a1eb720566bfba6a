import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = join(__dirname, '../../..');
const parts = [
  '.ci',
  'bench',
  'containers',
  'helpers',
  'reports',
  'tests',
  'package.json',
  'tsconfig.json',
  'jest.config.ts',
];
let copy: string;

/** The examples of CONTRIBUTING.md: the path is in the first line of each. */
const examples = [
  ...readFileSync(join(project, 'CONTRIBUTING.md'), 'utf8').matchAll(
    /^```\w+\n(?:\/\/|#) (\S+\/\S+)\n([\s\S]*?)^```$/gm,
  ),
].map(([, path = '', text = '']) => ({ path, text }));

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'contributing-'));
  for (const part of parts) cpSync(join(project, part), join(copy, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
  for (const { path, text } of examples) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    // Only a new file: what an example changes would be one place more to know.
    writeFileSync(join(copy, path), text, { flag: 'wx' });
  }
});

afterAll(() => rmSync(copy, { recursive: true }));

test('CONTRIBUTING.md has an example of each thing that people add', () => {
  expect(examples.map(({ path }) => path)).toEqual([
    'helpers/checks/open-relay/second-ehlo.ts',
    'helpers/failure-modes/limits/line-limit-too-low.ts',
    'containers/reference/debian14/server.env',
    'containers/servers/mailsrv/profile.yaml',
    'containers/servers/mailsrv/holes.yaml',
    'reports/formats/csv.ts',
  ]);
});

test('its TypeScript is right', () => {
  expect(run(process.execPath, [join(project, 'node_modules/typescript/bin/tsc'), '-p', copy])).toEqual('');
}, 60_000);

test('a check is listed, a failure mode known, a version and a format offered', () => {
  const verify = ['-r', './.ci/typescript.js', 'helpers/cli/main.ts', 'verify'];

  expect(run(process.execPath, [...verify, '--list'])).toContain('open-relay/second-ehlo');
  expect(run(process.execPath, [...verify, '--help']).replaceAll(/\s+/g, ' ')).toMatch(
    /debian14.*csv, comma-separated/,
  );
  expect(run(process.execPath, ['-r', './.ci/typescript.js', 'helpers/cli/main.ts', 'reproduce', 'limits'])).toContain(
    'limits/line-limit-too-low',
  );
}, 60_000);

test('a server is among those that are tested', () => {
  const script = "console.log(require('./tests/servers/other-servers').otherServers().map(({ name }) => name).join())";

  expect(run(process.execPath, ['-r', './.ci/typescript.js', '-e', script])).toContain('mailsrv');
}, 60_000);

function run(program: string, argv: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, argv, {
    cwd: copy,
    encoding: 'utf8',
  });
  return stdout + stderr;
}
