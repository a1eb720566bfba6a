import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, startsContainers } from '../../../../helpers/cli/compare/compare';
import { baselineOf } from '../../../../reports/comparison/baseline';
import { renderBaseline } from '../../../../reports/comparison/baseline-file';
import { check, fullResult, resultOf } from '../../reports/samples';
import { printed } from '../shared/printed';

const before = resultOf([check('held', { id: 'dns/a' }), check('failed', { id: 'dns/b' })]);
const worse = resultOf([check('failed', { id: 'dns/a' }), check('failed', { id: 'dns/b' })]);

describe('compare', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'compare-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, content: object | string): string {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  const run = (...argv: readonly string[]) => printed(() => compare(argv));

  test('ends with 1 where something is worse, and says what; what failed before is only told', async () => {
    expect(await run(write('a.json', before), write('b.json', worse))).toEqual({
      status: 1,
      stdout: expect.stringContaining(
        'Worse (1)\n  dns/a: held → failed\n\nWrong as before (1)\n  dns/b: failed → failed\n',
      ),
      stderr: '',
    });
  });

  test('ends with 0 where something is better', async () => {
    const { status, stdout } = await run(write('a.json', worse), write('b.json', before));

    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('Better (1)\n  dns/a') });
  });

  test('takes a baseline for a result', async () => {
    const { status, stdout } = await run(
      write('baseline.json', renderBaseline(baselineOf(fullResult))),
      write('b.json', fullResult),
    );

    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('No difference.') });
  });

  test('with --json puts the comparison on standard output and nothing else', async () => {
    const { stdout, stderr } = await run(write('a.json', before), write('b.json', worse), '--json');

    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'smtp-auth-harness/comparison/1',
      worse: [{ id: 'dns/a', before: 'held', now: 'failed' }],
    });
  });

  test('with --html writes a page as well', async () => {
    await run(write('a.json', before), write('b.json', worse), '--html', join(folder, 'page.html'));

    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain('<h2 id="worse">Worse (1)</h2>');
  });

  test.each([
    [[], 'give two runs to compare, and not 0'],
    [['debian11'], 'give two runs to compare, and not 1'],
    [['debian11', 'absent.json'], 'there is no file absent.json'],
    [['debian11', 'debain13'], 'unknown image "debain13"; did you mean debian13?'],
    [['debian11', 'absent.yaml'], 'there is no profile absent.yaml'],
    [['debian11', 'debian13', '--jso'], 'unknown option --jso; did you mean --json?'],
  ])('is told what is wrong with %j', async (argv, problem) => {
    const { status, stdout, stderr } = await run(...argv);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^compare: .* \(--help explains the options\)\n$/);
    expect(stderr).toContain(problem);
  });

  test('needs an engine only where it names a server', () => {
    const [a, b, profile] = [write('a.json', before), write('b.json', worse), write('mail.yaml', '')];
    const words = [[a, b], [a, 'debian13'], [a, profile], ['debian13']];

    expect(words.map((argv) => startsContainers(argv))).toEqual([false, true, true, false]);
  });
});
