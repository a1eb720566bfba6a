import { brief, briefMatrix } from '../../../../helpers/cli/verify/brief';
import type { CheckResult } from '../../../../helpers/model/result';
import { absent, asked, broken, matrixOf } from '../../reports/matrix/matrix-samples';
import { check } from '../../reports/samples';

test('a line for each check that did not hold, safe to print, and the sum', () => {
  const check = (id: string, verdict: CheckResult['verdict'], reason?: string) =>
    ({ id, suite: id.split('/')[0], verdict, ...(reason !== undefined && { reason }) }) as CheckResult;
  const summary = { held: 1, failed: 1, accepted: 0, notApplicable: 0, couldNotTell: 1 };

  const text = brief({
    summary,
    durationMs: 4_200,
    checks: [
      check('a/held', 'held'),
      check('a/failed', 'failed', '250 \u001b[2J\nand more'),
      check('a/unknown', 'could-not-tell', 'no reply'),
      { ...check('a/warned', 'held'), warning: 'trusted by address: 10.1.2.3' },
    ],
  });

  expect(text).toBe(`failed: a/failed: 250 \\x1b[2J
could not tell: a/unknown: no reply
warning: trusted by address: 10.1.2.3
1 held, 1 failed, 1 could not tell (4.2 s)
`);
});

test('of several servers each line says of which it is, and why one has no result', () => {
  const matrix = matrixOf([asked('debian12', [check('held'), check('failed')]), broken, absent]);

  expect(briefMatrix(matrix)).toBe(
    [
      'debian12: failed: open-relay/failed: why it is failed',
      'debian12: 1 held, 1 failed (12.3 s)',
      'sid has no result: Jest ended with status 1',
      'centos7 is not here: no image\n  → pull it\n',
    ].join('\n'),
  );
});
