import { brief } from '../../../../helpers/cli/verify/brief';
import type { CheckResult } from '../../../../helpers/model/result';

test('a line for each check that did not hold, safe to print, and the sum', () => {
  const check = (id: string, verdict: CheckResult['verdict'], reason?: string) =>
    ({ id, verdict, ...(reason !== undefined && { reason }) }) as CheckResult;
  const summary = { held: 1, failed: 1, accepted: 0, notApplicable: 0, couldNotTell: 1 };

  const text = brief({
    summary,
    checks: [
      check('a/held', 'held'),
      check('a/failed', 'failed', '250 \u001b[2J\nand more'),
      check('a/unknown', 'could-not-tell', 'no reply'),
    ],
  });

  expect(text).toBe(`failed: a/failed: 250 \\x1b[2J
could not tell: a/unknown: no reply
1 held, 1 failed, 1 could not tell
`);
});
