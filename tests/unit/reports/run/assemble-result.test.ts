import { assembleResult, type RanTest, type ResultParts, settle } from '../../../../reports/run/assemble-result';
import { check, everybody, resultOf } from '../samples';

function ran(changes: Partial<RanTest> = {}): RanTest {
  return {
    id: 'open-relay/held',
    suite: 'open-relay',
    title: 'A check',
    durationMs: 7,
    failure: undefined,
    ...changes,
  };
}

const parts: ResultParts = {
  tool: { name: 'smtp-auth-harness', version: '0.1.0' },
  startedAt: new Date('2026-08-21T10:00:00.000Z'),
  durationMs: 12_340.2,
  targetName: 'howto',
  target: resultOf([]).target,
  tests: [],
  checks: [],
  problems: [],
};

describe('a test', () => {
  test('comes to the result that its check left', () => {
    expect(settle(ran(), check('held'))).toEqual(check('held'));
    expect(settle(ran({ failure: 'expected a refusal' }), check('failed'))).toEqual(check('failed'));
  });

  test('that left no result is a check that could not tell, with the reason why the test failed', () => {
    expect(settle(ran({ failure: 'no Docker engine answers' }), undefined)).toMatchObject({
      id: 'open-relay/held',
      verdict: 'could-not-tell',
      reason: 'no Docker engine answers',
      durationMs: 7,
    });
  });

  test('that passed without leaving a result is a check that could not tell', () => {
    expect(settle(ran(), undefined)).toMatchObject({
      verdict: 'could-not-tell',
      reason: 'the test ended without leaving a result',
    });
  });

  test.each(['held', 'not-applicable'] as const)(
    'that failed although its check left "%s" could not tell',
    (verdict) => {
      expect(settle(ran({ failure: 'afterEach: the log broke off' }), check(verdict))).toMatchObject({
        verdict: 'could-not-tell',
        reason: `${verdict}, but the test failed: afterEach: the log broke off`,
      });
    },
  );
});

describe('the result file', () => {
  test('says what was tested, when, how long, and what came of it', () => {
    const result = assembleResult({ ...parts, tests: [ran()], checks: [check('held')] });

    expect(result).toEqual(resultOf([check('held')], { durationMs: 12_340 }));
  });

  test('has the checks in the order of the tests, then those of no test, then what went wrong beside them', () => {
    const [a, b, c] = ['a/1', 'b/1', 'c/1'].map((id) => check('held', { id })) as [CheckOf, CheckOf, CheckOf];
    const problem = check('could-not-tell', { id: 'harness/run' });
    const tests = [ran({ id: 'c/1' }), ran({ id: 'b/1' })];

    const result = assembleResult({ ...parts, tests, checks: [a, b, c], problems: [problem] });

    expect(result.checks.map(({ id }) => id)).toEqual(['c/1', 'b/1', 'a/1', 'harness/run']);
    expect(result.summary).toEqual({ held: 3, failed: 0, accepted: 0, notApplicable: 0, couldNotTell: 1 });
  });

  test('names a target that was never reached, and says that nothing is known about it', () => {
    const { target } = assembleResult({ ...parts, target: undefined });

    expect(target).toMatchObject({ name: 'howto', notice: expect.stringContaining('nothing is known') });
  });

  test('has the causes that were found, with those of their checks that did not hold in the end', () => {
    const checks = [check('failed'), check('accepted')];
    const causes = [
      { ...everybody, explains: ['open-relay/failed', 'open-relay/accepted'] },
      { ...everybody, id: 'open-relay/other', explains: ['open-relay/accepted'] },
    ];

    const { failureModes } = assembleResult({ ...parts, checks, explanation: { causes } });

    expect(failureModes).toEqual([{ ...everybody, explains: ['open-relay/failed'] }]);
  });

  test('has what kept the diagnosis from its work as a remark on the target, and the verdicts all the same', () => {
    const result = assembleResult({ ...parts, checks: [check('failed')], explanation: { trouble: 'no shell' } });

    expect(result.target.notice).toBe(
      'Debian 12 stands in for CentOS 7\nwhy checks failed could not be looked into: no shell',
    );
    expect(result.summary.failed).toBe(1);
  });
});

type CheckOf = ReturnType<typeof check>;
