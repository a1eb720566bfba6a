import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { merge } from '../../../../helpers/cli/merge/merge';
import { catalogue, idsAsked } from '../../../../helpers/cli/verify/catalogue';
import { ofShard } from '../../../../helpers/cli/verify/shard';
import type { ResultFile } from '../../../../helpers/model/result';
import { causeOf, check, noEvidence, resultOf } from '../../reports/samples';
import { printed } from '../shared/printed';

const ids = idsAsked(catalogue.suites, []);
const checks = ids.map((id, index) => {
  const verdict = index % 50 === 7 ? 'failed' : index % 40 === 3 ? 'not-applicable' : 'held';
  return check(verdict, { id, suite: id.split('/')[0] ?? id, evidence: { ...noEvidence, notes: [id] } });
});
const failed = checks.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
const whole = resultOf(checks, { failureModes: [causeOf(failed)] });

function shardOf(index: number, count: number): ResultFile {
  const own = ofShard(ids, { index, count });
  return resultOf(
    checks.filter(({ id }) => own.includes(id)),
    {
      shard: { index, count },
      startedAt: `2026-08-21T10:0${index}:00.000Z`,
      failureModes: [causeOf(failed.filter((id) => own.includes(id)))],
    },
  );
}

describe('merge', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'merge-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, content: ResultFile | string): string {
    const path = join(folder, `${name}.json`);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  const run = (argv: readonly string[]) => printed(() => merge([...argv, '--out', join(folder, 'out')]));
  const read = (path: string) => readFileSync(join(folder, 'out', path), 'utf8');

  test('makes of all shards the run in one piece, but for times', async () => {
    const { status } = await run([3, 1, 2].map((index) => write(`${index}`, shardOf(index, 3))));

    const { startedAt, durationMs, ...merged } = JSON.parse(read('result.json'));
    const { startedAt: _, durationMs: __, ...expected } = JSON.parse(JSON.stringify(whole));
    expect(merged).toEqual(expected);
    expect({ status, startedAt, durationMs }).toEqual({
      status: 1,
      startedAt: '2026-08-21T10:01:00.000Z',
      durationMs: 132_340,
    });
  });

  test('begins as one run does, with the cause and what it explains, and names the reports', async () => {
    const { stdout } = await run([1, 2].map((index) => write(`${index}`, shardOf(index, 2))));

    expect(stdout).toMatch(/^✗ mynetworks contains every address\. Name the networks that you trust\.\n/);
    expect(stdout).toContain(`It explains ${failed.length} checks`);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/out\/junit\.xml$/);
  });

  test('could not tell where a shard is missing', async () => {
    const held = { ...shardOf(1, 2), checks: [check('held')], failureModes: [] };

    const { status, stdout } = await run([write('1', held)]);

    expect(status).toBe(2);
    expect(stdout).toContain('the result of shard 2/2 was not given');
  });

  test('has several images side by side, each with its reports, and those of one name apart', async () => {
    const named = (image: string) => resultOf([check('held')], { target: { ...whole.target, name: 'mail', image } });
    const { status, stdout } = await run([write('a', named('mail:7')), write('b', named('mail:8'))]);

    expect(status).toBe(0);
    expect(stdout).toContain('2 of 2 servers asked');
    expect(JSON.parse(read('matrix.json')).servers.map(({ name }: { name: string }) => name)).toEqual([
      'mail (mail:7)',
      'mail (mail:8)',
    ]);
    expect(JSON.parse(read('mail-mail-7-/result.json')).target.image).toBe('mail:7');
    expect(JSON.parse(read('mail-mail-8-/result.json')).target.image).toBe('mail:8');
  });

  test('with --json puts the result on standard output and nothing else, in a job of GitHub Actions too', async () => {
    const env = { ...process.env };
    Object.assign(process.env, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, 'summary') });
    try {
      const { stdout, stderr } = await run(['--json', write('a', whole)]);

      expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(whole)));
      expect(stderr).toMatch(/^::error title=howto%3A open-relay\/mynetworks-everybody::/);
      expect(readFileSync(join(folder, 'summary'), 'utf8')).toMatch(/^## ❌ howto: /);
    } finally {
      process.env = env;
    }
  });

  test('writes the formats that it is asked for, and the result', async () => {
    await run(['--format', 'tap', write('a', whole)]);

    expect(read('result.tap')).toMatch(/^TAP version 14\n/);
    expect(['result.json', 'junit.xml'].map((file) => existsSync(join(folder, 'out', file)))).toEqual([true, false]);
  });

  test.each([
    ['is told what to give it', [], 'merge: give the result.json of each run (--help explains the options)\n'],
    ['is told what it does not know', ['--formt', 'tap', 'x'], 'merge: unknown option --formt; did you mean --format?'],
  ])('%s', async (_, argv, stderr) => {
    expect(await run(argv)).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(stderr) });
  });

  test.each([
    ['is not there', 'absent.json', /^there is no .*absent\.json\n {2}→ give the result\.json of each run$/],
    ['is none', '{}', /a\.json is no result of smtp-auth-harness/],
    ['is of another version', '{"schema":"smtp-auth-harness/result/1"}', /a\.json was written by another version/],
  ])('ends with what to do where a result %s', async (_, content, problem) => {
    const path = content.endsWith('.json') ? join(folder, content) : write('a', content);

    await expect(run([path])).rejects.toThrow(problem);
  });
});
