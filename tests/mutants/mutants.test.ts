import type { Check } from '../../helpers/checks/check';
import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';
import { preparedTarget } from '../setup/target-under-test';
import { mutants } from './mutants';
import { PermissiveServer } from './permissive-server';

const checks = suites.flatMap((suite) => suite.checks);
const noticed = (noticedBy: readonly RegExp[]) => checks.filter(({ id }) => noticedBy.some((name) => name.test(id)));

/** What Postfix keeps in order whatever its settings: asked of a server that doesn't. */
const orderOfAuth = [/^authenticated-relay\/auth-/];

/** What is seen of a server broken in a container of its own: asked where breaking it, or mending it, does nothing. */
const brokenView = [/^no-mechanisms\/(?!usable-on-)\S+-(log|cause|first-client|next-client|howto-repair)$/];
const repairs = [/^no-mechanisms\/\S+(?<!howto)-repair$/];

test('every check of every suite is made to fail by a mutant', () => {
  const all = [...mutants.flatMap(({ noticedBy }) => noticedBy), ...orderOfAuth, ...brokenView, ...repairs];

  const unproven = checks.filter(({ id }) => !all.some((name) => name.test(id))).map(({ id }) => id);

  expect(unproven).toEqual([]);
});

test.concurrent.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
  'is noticed: %s',
  async (_name, { before, noticedBy }) => {
    await using target = await startTarget(preparedTarget(), { before });
    await expectAllToFail(noticed(noticedBy), target);
  },
  120_000,
);

test.concurrent('is noticed: a server that takes AUTH at any time', async () => {
  await using real = await startTarget(preparedTarget());
  await using permissive = await PermissiveServer.start();
  await expectAllToFail(noticed(orderOfAuth), { ...real, clientAddress: () => permissive.address });
}, 120_000);

test.concurrent('is noticed: a server that is whole where it should be broken', async () => {
  await using real = await startTarget(preparedTarget());
  const whole: Target = { ...real, launch: async () => ({ ...(await real.launch({})), run: async () => '' }) };
  await expectAllToFail(noticed(brokenView), whole);
}, 120_000);

test.concurrent('is noticed: a repair that repairs nothing', async () => {
  await using real = await startTarget(preparedTarget());
  const unmended: Target = {
    ...real,
    launch: async (change) => ({ ...(await real.launch(change)), run: async () => '' }),
  };
  await expectAllToFail(noticed(repairs), unmended);
}, 120_000);

async function expectAllToFail(asked: readonly Check[], target: Target): Promise<void> {
  const queue = [...asked];
  const verdicts: string[] = [];
  // A few at a time, as in a real run: all at once, a server is slow rather than wrong.
  const ask = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      const { id, verdict, reason } = await runCheck(check, target);
      if (verdict !== 'failed') verdicts.push(`${id}: ${verdict} ${reason ?? ''}`);
    }
  };
  await Promise.all(Array.from({ length: 6 }, ask));
  expect(asked.length).toBeGreaterThan(0);
  expect(verdicts).toEqual([]);
}
