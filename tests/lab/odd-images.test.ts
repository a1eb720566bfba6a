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

const folder = join(__dirname, '../fixtures/images/odd');
const image = `smtp-auth-harness/test-odd:${process.pid}`;

beforeAll(async () => {
  await GenericContainer.fromDockerfile(folder)
    .withBuildArgs({ BASE: preparedTarget().serverImage })
    .build(image, { deleteOnExit: false });
}, 180_000);

afterAll(async () => {
  await (await dockerEngine()).getImage(image).remove({ force: true });
});

describe('an image that starts when it has a user, offers what it has no secrets for, and hides and logs what it likes', () => {
  let results: readonly CheckResult[];
  beforeAll(async () => {
    results = await ask('as-many-have-it', /^(authenticated-relay|open-relay|announcement)\//);
  }, 180_000);

  test('fails nothing, and every check that applies can tell', () => {
    expect(results.filter(({ verdict }) => verdict === 'failed' || verdict === 'could-not-tell').map(told)).toEqual([]);
    expect(results.find(({ id }) => id === 'authenticated-relay/plain-on-587-before-tls')?.verdict).toBe('held');
  });

  test('is warned of once, for the mechanism that lets nobody in', () => {
    const warned = results.filter(({ warning }) => warning !== undefined);

    expect(warned.map(({ id, warning }) => `${id}: ${warning}`)).toEqual([
      'authenticated-relay/user-gets-in: offered, and lets nobody in: CRAM-MD5',
    ]);
    expect(results.find(({ id }) => id === 'authenticated-relay/cram-md5-on-587-before-tls')).toMatchObject({
      verdict: 'not-applicable',
      reason: 'CRAM-MD5 is offered and lets nobody in: authenticated-relay/user-gets-in',
    });
  });

  test('is not asked for STARTTLS on a port that has none', () => {
    expect(results.find(({ id }) => id === 'announcement/starttls-on-587')).toMatchObject({
      verdict: 'not-applicable',
      reason: 'STARTTLS is not meant to be offered on 587',
    });
  });
});

test('an image that takes everything and passes on nothing is called a sink', async () => {
  const [result] = await ask('sink', /^open-relay\/outside-anonymous-foreign$/);

  expect(result).toMatchObject({
    verdict: 'could-not-tell',
    reason: expect.stringContaining('Mailpit and other sinks'),
  });
}, 180_000);

/** What such an image comes to, by its profile. */
async function ask(name: string, wanted: RegExp): Promise<readonly CheckResult[]> {
  const profile = loadProfile(join(folder, `${name}.yaml`));
  const prepared = await prepareTarget({ ...profile, source: { kind: 'image', image } }, () => {});
  await using target = await startTarget(prepared);
  const checks = suites.flatMap((suite) => suite.checks).filter(({ id }) => wanted.test(id));
  const results = [];
  for (const check of checks) results.push(await runCheck(check, target));
  return results;
}

function told({ id, verdict, reason }: CheckResult): string {
  return `${id}: ${verdict}: ${reason}`;
}
