import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { annotations } from '../../../../reports/github/annotations';
import { tellGithub, tellGithubMatrix } from '../../../../reports/github/tell-github';
import { absent, asked, broken, matrixOf } from '../matrix/matrix-samples';
import { check, fullResult, resultOf } from '../samples';

describe('a job of GitHub Actions', () => {
  let folder: string;
  let said: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tell-github-test-'));
    said = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const tell = (env: NodeJS.ProcessEnv) => tellGithub(fullResult, env, (text) => said.push(text));

  test('gets the result added to its summary', () => {
    writeFileSync(join(folder, 'summary'), 'before\n');

    tell({ GITHUB_STEP_SUMMARY: join(folder, 'summary') });

    expect(readFileSync(join(folder, 'summary'), 'utf8')).toMatch(/^before\n## ❌ howto: /);
  });

  test('gets no more than fits beside what its summary has already', () => {
    writeFileSync(join(folder, 'summary'), 'x'.repeat(999_000));

    tell({ GITHUB_STEP_SUMMARY: join(folder, 'summary') });

    expect(readFileSync(join(folder, 'summary')).length).toBeLessThan(1024 * 1024);
  });

  test('is told where its summary can not be written, and goes on', () => {
    tell({ GITHUB_STEP_SUMMARY: join(folder, 'absent/summary') });

    expect(said).toEqual([expect.stringMatching(/^The job summary can not be written: ENOENT/)]);
  });

  test('is shown an error for each cause and for what no cause explains', () => {
    tell({ GITHUB_ACTIONS: 'true' });

    expect(said).toEqual([
      '::error title=howto%3A open-relay/mynetworks-everybody::mynetworks contains every address (1 failed check). Name the networks that you trust.\n',
      '::error title=howto%3A dns/parked-list::A check that is failed: why it is failed\n',
    ]);
  });

  test('gets one summary of several servers, and the first error of each before the second of any', () => {
    const matrix = matrixOf([
      asked('mail:7', [check('failed', { id: 'dns/a' }), check('failed', { id: 'dns/b' })]),
      broken,
      absent,
      asked('mail:8', [check('failed', { id: 'dns/a' })]),
    ]);

    tellGithubMatrix(matrix, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, 'summary') }, (text) =>
      said.push(text),
    );

    expect(readFileSync(join(folder, 'summary'), 'utf8')).toContain(
      'mail&#58;7, mail&#58;8 failed; sid could not tell.',
    );
    expect(said.map((line) => /title=(.*?)::/.exec(line)?.[1])).toEqual([
      'mail%3A7%3A dns/a',
      'sid%3A has no result',
      'mail%3A8%3A dns/a',
      'mail%3A7%3A dns/b',
    ]);
  });

  test('alone is told anything', () => {
    tell({});

    expect(said).toEqual([]);
    expect(existsSync(join(folder, 'summary'))).toBe(false);
  });
});

describe('an annotation', () => {
  test('can not be ended or begun by what a server says', () => {
    const reason = '100% ::error::x\r\n::stop-commands::y';

    expect(annotations(resultOf([check('failed', { reason, title: 'a,b:c\n::d' })]))).toEqual([
      '::error title=howto%3A open-relay/failed::a,b:c\\x0a::d: 100%25 ::error::x',
    ]);
  });

  test('names the file of the profile', () => {
    const target = { ...fullResult.target, definedIn: 'ci/mail.yaml' };

    expect(annotations(resultOf([check('failed')], { target }))[0]).toMatch(/^::error file=ci\/mail\.yaml,title=/);
  });

  test('is one of ten at most, which is what GitHub shows', () => {
    const many = Array.from({ length: 30 }, (_, i) => check('failed', { id: `a/${i}` }));

    expect(annotations(resultOf(many))).toHaveLength(10);
  });
});
