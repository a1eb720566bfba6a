import { join } from 'node:path';
import { dockerEngine } from '../../containers/docker/engine';
import { followToEnd } from '../../containers/docker/engine-progress';
import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import { complaints } from '../../helpers/reproduction/health';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';

const bare = `smtp-auth-harness/test-bare-postfix:${process.pid}`;
const laidOver = new Set<string>();
const tell = () => {};

beforeAll(() => build(bare, preparedTarget().serverImage), 120_000);

afterAll(async () => {
  const engine = await dockerEngine();
  for (const image of [...laidOver, bare]) await engine.getImage(image).remove({ force: true });
});

test("the how-to's server is laid over an image that has Postfix at its paths, and the report says so", async () => {
  const prepared = await prepareTarget(bare, tell);
  laidOver.add(prepared.serverImage);
  await using target = await startTarget(prepared);

  expect(await complaints(target)).toEqual([]);
  expect(await target.summary()).toMatchObject({ name: bare, mta: 'Postfix' });
  expect(prepared.server.notice).toContain('laid over');
}, 120_000);

test('on such a server a check can fail as on any other', async () => {
  await using target = await startTarget(await prepareTarget(bare, tell), {
    before: "postconf -e 'mynetworks = 0.0.0.0/0'",
  });
  const check = suites.flatMap(({ checks }) => checks).find(({ id }) => id === 'open-relay/outside-anonymous-foreign');

  const result = check && (await runCheck(check, target));

  expect(result?.verdict).toBe('failed');
}, 120_000);

test('an image that was built from our own files is taken as it is', async () => {
  const { serverImage } = preparedTarget();

  const prepared = await prepareTarget(serverImage, tell);

  expect(prepared).toMatchObject({ serverImage, server: { notice: undefined } });
});

test('an image that ends before it answers is told as such, with its last words', async () => {
  const image = 'smtp-auth-harness/base:bookworm';

  await expect(startTarget(await prepareTarget(image, tell))).rejects.toThrow(
    /the container of smtp-auth-harness\/base:bookworm has ended, with status \d+\n {2}it logged nothing/,
  );
});

test('an image that does not exist is refused in words', async () => {
  await expect(prepareTarget('registry.invalid/no-such-image:1', tell)).rejects.toThrow(
    /neither here nor can it be had/,
  );
});

async function build(tag: string, base: string): Promise<void> {
  const engine = await dockerEngine();
  const context = join(__dirname, '../fixtures/images/bare-postfix');
  const stream = await engine.buildImage({ context, src: ['Dockerfile'] }, { t: tag, buildargs: { BASE: base } });
  await followToEnd(stream, () => {});
}
