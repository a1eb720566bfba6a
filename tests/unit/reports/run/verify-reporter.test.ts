import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ResultFile } from '../../../../helpers/model/result';
import { typescript } from '../../../programs';
import { readXml } from '../formats/read-xml';
import { check, resultOf } from '../samples';

const repository = join(__dirname, '../../../..');

/** The tests of the inner project: each leaves its result as a check does, and passes or throws as Jest sees it. */
const innerTests = {
  'verify/open-relay.test.js': `
    const { leave } = require('./leave');
    describe('open-relay', () => {
      test('open-relay/held A check that is held', () => leave('held'));
      test('open-relay/failed A check that is failed', () => { leave('failed'); throw new Error('not what Jest says'); });
      test('open-relay/lost Leaves nothing', () => {});
      test('open-relay/contradicted Leaves held and fails', () => { leave('contradicted'); throw new Error('the log broke off'); });
      test.skip('open-relay/skipped Was not asked', () => {});
    });`,
  'verify/anonymous-denial.test.js': `
    describe('anonymous-denial', () => {
      beforeAll(() => {
        throw Object.assign(new Error('the server did not start: exit 1\\n  → read its log'), { name: 'HarnessError' });
      });
      test('anonymous-denial/plain Refuses', () => {});
      test('anonymous-denial/login Refuses', () => {});
    });`,
  'verify/broken.test.js': `require('./absent'); test('broken/a A', () => {});`,
  'verify/crash.test.js': `test('crash/a A', () => process.kill(process.pid, 'SIGKILL'));`,
  'verify/clean-up.test.js': `
    const { leave } = require('./leave');
    describe('clean-up', () => {
      afterAll(() => { throw new Error('the container can not be removed'); });
      test('clean-up/held A check that is held', () => leave('clean-up'));
    });`,
  'other/other.test.js': `test('fails, and is none of our business', () => { throw new Error('other'); });`,
};

const left = {
  held: check('held', { id: 'open-relay/held' }),
  failed: check('failed', { id: 'open-relay/failed' }),
  contradicted: check('held', { id: 'open-relay/contradicted' }),
  'clean-up': check('held', { id: 'clean-up/held', suite: 'clean-up' }),
};

const leaveSource = `
  const { mkdirSync, writeFileSync } = require('node:fs');
  const results = ${JSON.stringify(left)};
  exports.leave = (key) => {
    const folder = process.env.HARNESS_RUN_FOLDER + '/checks/';
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + results[key].id.replace('/', '--') + '.json', JSON.stringify(results[key]));
  };`;

describe('the reporter, in a run with all kinds of trouble', () => {
  let root: string;
  let output: string;
  let result: ResultFile;
  const verdictOf = (id: string) => result.checks.find((each) => each.id === id);

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'verify-reporter-test-'));
    for (const [path, source] of Object.entries({ ...innerTests, 'verify/leave.js': leaveSource }))
      write(root, path, source);
    write(root, 'run/target.json', JSON.stringify(resultOf([]).target));
    output = await runJest(root);
    result = JSON.parse(readFileSync(join(root, 'out/result.json'), 'utf8'));
  }, 60_000);
  afterAll(() => rmSync(root, { recursive: true }));

  test('takes the results that the checks left, and the target', () => {
    expect(verdictOf('open-relay/held')).toEqual(left.held);
    expect(verdictOf('open-relay/failed')).toEqual(left.failed);
    expect(result.target).toEqual(resultOf([]).target);
  });

  test('counts a test that left no result as could not tell', () => {
    expect(verdictOf('open-relay/lost')).toMatchObject({ verdict: 'could-not-tell', title: 'Leaves nothing' });
  });

  test('believes no "held" of a test that failed', () => {
    expect(verdictOf('open-relay/contradicted')).toMatchObject({
      verdict: 'could-not-tell',
      reason: expect.stringContaining('the log broke off'),
    });
  });

  test('leaves out a test that was not to run', () => {
    expect(verdictOf('open-relay/skipped')).toBeUndefined();
  });

  test('says for every check of a suite why it was not set up, without a stack', () => {
    const reason = 'the server did not start: exit 1\n  → read its log';

    expect(verdictOf('anonymous-denial/plain')).toMatchObject({ verdict: 'could-not-tell', reason });
    expect(verdictOf('anonymous-denial/login')).toMatchObject({ verdict: 'could-not-tell', reason });
    expect(output).toMatch(/^\? anonymous-denial\/plain: the server did not start: exit 1$/m);
    expect(output).not.toContain('anonymous-denial/login: the server');
  });

  test.each([
    ['a file that can not be loaded', 'verify/broken.test.js', "Cannot find module './absent'"],
    ['a worker that crashed', 'verify/crash.test.js', 'terminated by another process: signal=SIGKILL'],
    ['a clean-up that failed', 'verify/clean-up.test.js', 'the container can not be removed'],
  ])('shows %s as could not tell, with the message', (_, file, message) => {
    const reason = expect.stringContaining(message);

    expect(verdictOf(`harness/${file}`)).toMatchObject({ verdict: 'could-not-tell', reason });
    expect(output).toMatch(new RegExp(`^\\? harness/${file}: .`, 'm'));
  });

  test('says nothing of other projects', () => {
    expect(output).not.toContain('none of our business');
  });

  test('counts all of it', () => {
    expect(result.summary).toEqual({ held: 2, failed: 1, accepted: 0, notApplicable: 0, couldNotTell: 7 });
    expect(result.checks).toHaveLength(10);
  });

  test('has the suites in the order that it is told, then in that of their files, whichever worker was first', () => {
    const suites = [...new Set(result.checks.map(({ suite }) => suite))];

    expect(suites).toEqual(['open-relay', 'anonymous-denial', 'clean-up', 'harness']);
  });

  test('names each suite when it is finished, and ends with the table and the paths', () => {
    expect(output).toMatch(/^open-relay: 1 held, 1 failed, 2 could not tell$/m);
    expect(output).toContain('\n\nhowto · harness/howto:1 · ');
    expect(output).toMatch(
      /2 held, 1 failed, 7 could not tell \(.*\)\n\nout\/index\.html\nout\/result\.json\nout\/junit\.xml\n$/,
    );
  });

  test('writes the same as JUnit, and leaves it to the command line in the run folder', () => {
    const { attributes } = readXml(readFileSync(join(root, 'out/junit.xml'), 'utf8'));

    expect(attributes).toMatchObject({ tests: '10', failures: '1', errors: '7' });
    expect(JSON.parse(readFileSync(join(root, 'run/result.json'), 'utf8'))).toEqual(result);
  });

  test('removes no run folder that it did not make', () => {
    expect(existsSync(join(root, 'run'))).toBe(true);
    expect(readdirSync(join(root, 'run'))).toContain('checks');
  });
});

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function runJest(root: string): Promise<string> {
  const project = { testEnvironment: 'node', transform: {}, cacheDirectory: join(root, 'cache') };
  const config = {
    rootDir: root,
    maxWorkers: 2,
    reporters: [join(repository, 'reports/run/verify-reporter.ts')],
    projects: ['verify', 'other'].map((name) => ({
      ...project,
      rootDir: root,
      displayName: name,
      testMatch: [`<rootDir>/${name}/*.test.js`],
    })),
  };
  const args = ['-r', typescript, require.resolve('jest/bin/jest')];
  const told = {
    HARNESS_RUN_FOLDER: join(root, 'run'),
    HARNESS_OUT: join(root, 'out'),
    HARNESS_SUITES: 'absent,open-relay',
  };
  // In a job of GitHub Actions, this run would speak for that job.
  const env = { ...process.env, ...told, GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '' };
  return new Promise((resolve) => {
    const all = [...args, `--config=${JSON.stringify(config)}`];
    execFile(process.execPath, all, { cwd: root, env }, (_error, stdout) => resolve(stdout));
  });
}
