import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastFailed } from '../../../../helpers/cli/verify/last-failed';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'last-failed-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function leave(text: string): void {
  writeFileSync(join(folder, 'result.json'), text);
}

test('what failed and what could not be told is asked again, and what held is not', () => {
  const verdicts = ['held', 'failed', 'could-not-tell', 'not-applicable'];
  const checks = verdicts.map((verdict) => ({ id: `open-relay/${verdict}`, verdict }));
  leave(JSON.stringify({ target: { name: 'debian12' }, checks }));

  expect(lastFailed(folder)).toEqual({
    ids: ['open-relay/failed', 'open-relay/could-not-tell'],
    target: 'debian12',
  });
});

test('what is said of a run as a whole is nothing to ask again, such as that it was interrupted', () => {
  const harness = { id: 'harness/run', suite: 'harness', verdict: 'could-not-tell' };
  const failed = { id: 'open-relay/a', suite: 'open-relay', verdict: 'failed' };

  leave(JSON.stringify({ target: { name: 'debian12' }, checks: [failed, harness] }));
  expect(lastFailed(folder).ids).toEqual(['open-relay/a']);

  leave(JSON.stringify({ target: { name: 'debian12' }, checks: [harness] }));
  expect(() => lastFailed(folder)).toThrow(/result\.json is of a run that did not come to its end: ask again without/);
});

test.each([
  ['no result', undefined, /^there is no .*result\.json: --last-failed asks again what an earlier run left there$/],
  ['half a result', '{"checks": [', /result\.json can not be read: /],
  ['something else', '[]', /result\.json is no result of verify$/],
])('where there is %s, that is said', (_, text, problem) => {
  if (text !== undefined) leave(text);

  expect(() => lastFailed(folder)).toThrow(problem);
});
