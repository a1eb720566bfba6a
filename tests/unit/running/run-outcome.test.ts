import type { ResultFile } from '../../../helpers/model/result';
import { explained } from '../../../helpers/running/exit-with-advice';
import { runOutcome } from '../../../helpers/running/run-outcome';

function jestEnded(status: number) {
  return { kind: 'exited', status } as const;
}

function resultWith(counts: Partial<ResultFile['summary']>): ResultFile {
  return {
    schema: 'smtp-auth-harness/result/2',
    tool: { name: 'smtp-auth-harness', version: '0.1.0' },
    startedAt: '2026-08-21T10:00:00.000Z',
    durationMs: 1,
    target: { name: 'howto', image: '', mta: '', versions: {}, hostname: '', notice: undefined },
    summary: { held: 0, failed: 0, accepted: 0, notApplicable: 0, couldNotTell: 0, ...counts },
    checks: [],
    howto: [],
    failureModes: [],
  };
}

describe('verify ends', () => {
  test('with what the checks say, and without a remark, since the reports explain it', () => {
    expect(runOutcome(jestEnded(0), resultWith({ held: 2 }))).toEqual({ status: 0, remark: undefined });
    expect(runOutcome(jestEnded(1), resultWith({ held: 1, failed: 1 }))).toEqual({ status: 1, remark: undefined });
    expect(runOutcome(jestEnded(1), resultWith({ couldNotTell: 1 }))).toEqual({ status: 2, remark: undefined });
  });

  test('with 2 if Jest ended before there was a result, even if it was content', () => {
    expect(runOutcome(jestEnded(0), undefined)).toEqual({
      status: 2,
      remark: 'no check was asked: Jest ended with status 0; see above for the reason',
    });
  });

  test('with 2 and without a remark if the set-up has said itself why nothing could be asked', () => {
    expect(runOutcome(jestEnded(explained), undefined)).toEqual({ status: 2, remark: undefined });
  });

  test('with 2 if all held but Jest was not content, such as when the clean-up failed', () => {
    expect(runOutcome(jestEnded(1), resultWith({ held: 2 }))).toEqual({
      status: 2,
      remark: 'all checks held, but Jest ended with status 1; see above for the reason',
    });
    expect(runOutcome({ kind: 'killed', signal: 'SIGKILL' }, resultWith({ held: 2 }))).toMatchObject({
      status: 2,
      remark: expect.stringContaining('Jest was ended by SIGKILL'),
    });
  });

  test('with the status of the signal if it was interrupted, whatever there is', () => {
    const interrupted = { kind: 'interrupted', status: 130 } as const;

    expect(runOutcome(interrupted, resultWith({ held: 2 }))).toEqual({ status: 130, remark: 'interrupted' });
  });
});
