import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { typescript } from '../../../programs';

const repository = join(__dirname, '../../../..');

interface Ended {
  readonly status: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as npm does; with a root, against the verify project of that folder. */
function verify(argv: readonly string[], { root, env }: { root?: string; env?: NodeJS.ProcessEnv } = {}) {
  const script = join(repository, 'helpers/cli/verify/verify.ts');
  const main = join(repository, 'helpers/cli/main.ts');
  const call = `require(${JSON.stringify(script)}).verify(process.argv.slice(1), ${JSON.stringify(root)}).then((status) => { process.exitCode = status; })`;
  const program = root === undefined ? [main, 'verify'] : ['-e', call, '--'];
  return new Promise<Ended>((resolve) => {
    execFile(
      process.execPath,
      ['-r', typescript, ...program, ...argv],
      { cwd: root ?? tmpdir(), env: { ...process.env, ...env } },
      (error, stdout, stderr) => resolve({ status: error ? error.code : 0, stdout, stderr }),
    );
  });
}

test('wrong usage is one line on stderr, and ends with 2', async () => {
  expect(await verify(['--imge', 'howto'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'verify: unknown option --imge; did you mean --image? (--help explains the options)\n',
  });
}, 20_000);

describe('a run of a verify project', () => {
  let root: string;
  let ended: Ended;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'verify-test-'));
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
    write(root, 'tmp/.keep', '');
    write(root, 'my-reports/junit.xml', 'of an earlier run');
    write(
      root,
      'tests/verify/jest.config.js',
      `require(${JSON.stringify(typescript)});
      module.exports = { cacheDirectory: ${JSON.stringify(join(root, 'cache'))}, projects: [{ displayName: 'verify', rootDir: ${JSON.stringify(root)},
        transform: {}, testMatch: ['<rootDir>/verify.test.js'] }] };`,
    );
    write(
      root,
      'verify.test.js',
      `
      const { mkdirSync, writeFileSync, existsSync } = require('node:fs');
      const id = 'open-relay/held';
      test(id + ' A check that is held', () => {
        const folder = process.env.HARNESS_RUN_FOLDER + '/checks';
        const notes = ['IMAGE', 'SET', 'BEFORE', 'SUITES'].map((name) => String(process.env['HARNESS_' + name]));
        if (existsSync('my-reports/junit.xml')) notes.push('there is an old report');
        const evidence = { transcripts: [], logLines: [], relayed: [], dnsQueries: [], notes };
        mkdirSync(folder);
        writeFileSync(folder + '/open-relay--held.json', JSON.stringify({ id, suite: 'open-relay', title: 'A check that is held',
          level: 'must', reference: '', rows: [], verdict: 'held', durationMs: 1, evidence }));
      });`,
    );
    const argv = ['--image', 'debian12', '--set', 'mynetworks=192.0.2.0/24', '--out', 'my-reports'];
    ended = await verify(argv, { root, env: { HARNESS_BEFORE: 'left over', TMPDIR: join(root, 'tmp') } });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test('ends with 0 if all held, and shows the table', () => {
    expect(ended).toEqual({
      status: 0,
      stdout: expect.stringContaining('  ✓ held  A check that is held\n'),
      stderr: expect.not.stringContaining('verify: '),
    });
  });

  test('leaves its reports, and not those of an earlier run', () => {
    expect(readFileSync(join(root, 'my-reports/junit.xml'), 'utf8')).toContain('<testcase');
    expect(existsSync(join(root, 'my-reports/result.json'))).toBe(true);
  });

  test('hands its options to the workers, and nothing that was set before', () => {
    const { checks } = JSON.parse(readFileSync(join(root, 'my-reports/result.json'), 'utf8'));

    expect(checks[0].evidence.notes).toEqual([
      'debian12',
      '["mynetworks=192.0.2.0/24"]',
      'undefined',
      expect.stringMatching(/^authenticated-relay,open-relay,/),
    ]);
  });

  test('removes its run folder', () => {
    expect(readdirSync(join(root, 'tmp')).filter((name) => name.startsWith('smtp-auth-harness-'))).toEqual([]);
  });

  test('with --json puts the result on standard output and nothing else, and all else on standard error', async () => {
    const argv = ['--json', '--out', 'json', '--baseline', 'my-reports/result.json'];
    const { status, stdout, stderr } = await verify(argv, { root });

    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('✓ held  A check that is held') });
    expect(stderr).toContain('No difference.');
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(join(root, 'json/result.json'), 'utf8')));
  });

  test('with --quiet says the sum alone', async () => {
    expect(await verify(['--quiet', '--out', 'quiet'], { root })).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^1 held \(\d[\d.]* m?s\)\n$/),
      stderr: '',
    });
  });

  test('with --last-failed asks nothing where all held, and says so', async () => {
    expect(await verify(['--last-failed', '--out', 'my-reports'], { root })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'verify: everything held in my-reports/result.json: there is nothing to ask again\n',
    });
  });

  test('with --open says where the page is, where there is no browser', async () => {
    const { status, stderr } = await verify(['--open', '--quiet', '--out', 'open'], { root });

    const advice = 'verify: there is no browser here: open open/index.html where there is one\n';
    expect({ status, stderr }).toEqual({ status: 0, stderr: advice });
  });
});

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
