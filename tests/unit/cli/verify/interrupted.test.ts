import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ResultFile } from '../../../../helpers/model/result';
import { typescript } from '../../../programs';

const repository = join(__dirname, '../../../..');
let root: string;

/** A project in which one check is answered, one is being asked for ever, and one sees that its server is taken away. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'interrupted-test-'));
  mkdirSync(join(root, 'tmp'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  const inRepository = (path: string) => JSON.stringify(join(repository, path));
  mkdirSync(join(root, 'tests/verify'), { recursive: true });
  writeFileSync(
    join(root, 'tests/verify/jest.config.js'),
    `require(${JSON.stringify(typescript)});
    module.exports = { cacheDirectory: ${JSON.stringify(join(root, 'cache'))}, projects: [{ displayName: 'verify', rootDir: ${JSON.stringify(root)},
      globalSetup: '<rootDir>/setup.js', transform: { '\\\\.ts$': '@swc/jest' }, testMatch: ['<rootDir>/verify.test.js'] }] };`,
  );
  // In a file: with `node -e` the program that removes containers would run the same once more.
  writeFileSync(
    join(root, 'run.js'),
    `require(${inRepository('helpers/cli/verify/verify.ts')}).verify(['--out', 'out'], ${JSON.stringify(root)}).then(process.exit);`,
  );
  writeFileSync(
    join(root, 'setup.js'),
    `const { cleanUpOnSignal } = require(${inRepository('helpers/running/clean-up-on-signal.ts')});
    const { endWithParent } = require(${inRepository('helpers/running/end-with-parent.ts')});
    const { writeFileSync } = require('node:fs');
    module.exports = async () => {
      const cleanUp = async () => {
        writeFileSync('cleaned-up', '');
        // Long enough for a check to see what it did, and to say so.
        await new Promise((resolve) => setTimeout(resolve, 1000));
      };
      cleanUpOnSignal(cleanUp);
      endWithParent(Number(process.env.HARNESS_PARENT), cleanUp, 50);
    };`,
  );
  writeFileSync(
    join(root, 'verify.test.js'),
    `const { writeCheckResult } = require(${inRepository('reports/run/run-folder.ts')});
    const { existsSync, writeFileSync } = require('node:fs');
    const leave = (id, verdict) => writeCheckResult(process.env.HARNESS_RUN_FOLDER, { id, suite: 'open-relay', title: 'A check',
      level: 'must', reference: '', rows: [], verdict, reason: 'connection refused', durationMs: 1,
      evidence: { transcripts: [], logLines: [], relayed: [], dnsQueries: [], notes: [] } });
    const until = async (happened) => { while (!happened()) await new Promise((resolve) => setTimeout(resolve, 20)); };
    test('open-relay/answered A check', () => leave('open-relay/answered', 'held'));
    test('open-relay/late A check', async () => {
      writeFileSync('asking', '');
      await until(() => existsSync('cleaned-up'));
      leave('open-relay/late', 'failed');
      throw new Error('connection refused');
    }, 60000);`,
  );
});

afterAll(() => rmSync(root, { recursive: true }));

/** Runs it and sends the signal once a check is being asked. */
async function interrupted(signal: NodeJS.Signals) {
  for (const left of ['asking', 'cleaned-up']) rmSync(join(root, left), { force: true });
  const env = { ...process.env, TMPDIR: join(root, 'tmp') };
  const child = spawn(process.execPath, ['-r', typescript, join(root, 'run.js')], {
    cwd: root,
    env,
  });
  const shown = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  await until(() => existsSync(join(root, 'asking')));
  child.kill(signal);
  const [stdout, stderr, [status]] = await shown;
  return { stdout, stderr, status };
}

test('Ctrl-C reports what was answered until then, and nothing that came of the end itself', async () => {
  const { stdout, stderr, status } = await interrupted('SIGINT');
  const { checks, summary }: ResultFile = JSON.parse(readFileSync(join(root, 'out/result.json'), 'utf8'));

  expect(status).toBe(130);
  expect(checks.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
    'open-relay/answered held',
    'harness/run could-not-tell',
  ]);
  expect(summary).toMatchObject({ held: 1, failed: 0, couldNotTell: 1 });
  expect(`${stdout}${stderr}`).not.toContain('connection refused');
  expect(stderr).toMatch(/verify: interrupted: 1 held, .*; reported until then in out\n/);
  expect(readFileSync(join(root, 'out/junit.xml'), 'utf8')).toContain('interrupted: only 1 checks have an answer');
  expect(readdirSync(join(root, 'tmp')).filter((name) => name.startsWith('smtp-auth-harness-'))).toEqual([]);
}, 180_000);

test('A run whose command line is killed by SIGKILL cleans up and ends', async () => {
  await interrupted('SIGKILL');
  await until(() => runsIn(root).length === 0);

  expect(existsSync(join(root, 'cleaned-up'))).toBe(true);
}, 180_000);

/** The processes that work in a folder. */
function runsIn(folder: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}

async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 20));
}
