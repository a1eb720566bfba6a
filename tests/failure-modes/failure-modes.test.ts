import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import { catalogue } from '../../helpers/failure-modes/catalogue';
import { breakDown, mend } from '../../helpers/reproduction/reproduce';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';
import { preparedTarget } from '../setup/target-under-test';
import { expectWhole, ServerPool } from './server-pool';

const pool = new ServerPool(() => startTarget(preparedTarget()));
const checks = suites.flatMap((suite) => suite.checks);
// HARNESS_MODES=tls/,saslauthd/not-running: beginnings of ids, for whoever works on a few.
const wanted = (process.env.HARNESS_MODES ?? '').split(',');
const reproduced = catalogue
  .filter(({ id }) => wanted.some((beginning) => id.startsWith(beginning)))
  .flatMap((mode) => (mode.reproduction ? [{ mode, reproduction: mode.reproduction }] : []));

afterAll(() => pool[Symbol.asyncDispose](), 60_000);

test.concurrent.each(reproduced.map((one) => [one.mode.id, one] as const))(
  'is proven: %s',
  async (_id, { mode, reproduction }) => {
    await pool.use(async (target) => {
      await expectWhole(target, 'before');

      const { missing, log, transcripts } = await breakDown(target, mode, reproduction);

      expect({ missing: missing.map(({ pattern }) => String(pattern)), log, transcripts }).toMatchObject({
        missing: [],
      });
      await expectNoticed(target, mode.noticedBy);
      await mend(target, reproduction);
      await expectWhole(target, 'after the repair');
    });
  },
  120_000,
);

async function expectNoticed(target: Target, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const check = checks.find((one) => one.id === id);
    if (!check) throw new Error(`no such check: ${id}`);
    const { verdict, reason } = await runCheck(check, target);
    expect({ id, verdict, reason }).toMatchObject({ id, verdict: 'failed' });
  }
}
