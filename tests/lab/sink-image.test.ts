import { join } from 'node:path';
import { GenericContainer } from 'testcontainers';
import { dockerEngine } from '../../containers/docker/engine';
import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import type { CheckResult } from '../../helpers/model/result';
import { loadProfile } from '../../helpers/profiles/load-profile';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';
import { isSink } from '../../reports/result/is-sink';

const folder = join(__dirname, '../fixtures/images/sink');
const image = `smtp-auth-harness/test-sink:${process.pid}`;

beforeAll(async () => {
  await GenericContainer.fromDockerfile(folder)
    .withBuildArgs({ BASE: preparedTarget().serverImage })
    .build(image, { deleteOnExit: false });
}, 180_000);

afterAll(async () => {
  await (await dockerEngine()).getImage(image).remove({ force: true });
});

test('an image that takes everything and passes on nothing is called a sink', async () => {
  const [result] = await ask(/^open-relay\/outside-anonymous-foreign$/);

  expect(isSink(result ? [result] : [])).toBe(true);
  expect(result).toMatchObject({
    verdict: 'could-not-tell',
    reason: expect.stringContaining('Mailpit and other sinks'),
  });
}, 180_000);

/** What such an image comes to, by its profile. */
async function ask(wanted: RegExp): Promise<readonly CheckResult[]> {
  const profile = loadProfile(join(folder, 'sink.yaml'));
  const prepared = await prepareTarget({ ...profile, source: { kind: 'image', image } }, () => {});
  await using target = await startTarget(prepared);
  const checks = suites.flatMap((suite) => suite.checks).filter(({ id }) => wanted.test(id));
  const results = [];
  for (const check of checks) results.push(await runCheck(check, target));
  return results;
}
