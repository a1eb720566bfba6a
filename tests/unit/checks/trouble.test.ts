import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../../helpers/checks/check';
import { runCheck } from '../../../helpers/checks/run-check';
import { expectThat } from '../../../helpers/checks/shared/findings';
import { startFakeTarget } from '../targets/fake-target';

const check = (ok: boolean): Check => ({
  id: 'open-relay/example',
  title: 'refuses what it should',
  level: 'must',
  reference: 'RFC 5321',
  ask: async () => [expectThat(ok, 'a', 'b')],
});

test('what failed of a server that was taken away meanwhile can not be told, and says both', async () => {
  await using target = await startFakeTarget();
  const trouble = async () => "the server's container is paused";

  expect(await runCheck(check(false), { ...target, trouble })).toMatchObject({
    verdict: 'could-not-tell',
    reason: "the server's container is paused\nexpected a; saw b",
  });
});

test('nor what held, once its log has come to an end', async () => {
  await using target = await startFakeTarget();
  const log = { ended: true, position: 0, linesSince: () => [], when: async () => undefined };
  const trouble = async () => "the server's container was restarted";

  expect(await runCheck(check(true), { ...target, log, trouble })).toMatchObject({
    verdict: 'could-not-tell',
    reason: "the server's container was restarted",
  });
});

test('a server whose log ends while it runs on is one', async () => {
  await using target = await startFakeTarget();
  const log = { ended: true, position: 0, linesSince: () => [], when: async () => undefined };

  expect(await runCheck(check(true), { ...target, log })).toMatchObject({ verdict: 'held' });
});

// A clock that is set while a run is under way must end no wait, and prolong none.
test('no wait is measured by the clock on the wall', () => {
  const root = join(__dirname, '../../..');
  const files = ['containers/docker', 'helpers', 'reports/run'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );

  const wrong = files.filter((file) => /\bDate\.now\(\)|setSystemTime/.test(readFileSync(join(root, file), 'utf8')));

  // How long the whole took, for people.
  expect(wrong).toEqual(['helpers/cli/verify/verify-matrix.ts']);
});
