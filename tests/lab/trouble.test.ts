import { GenericContainer } from 'testcontainers';
import { troubleOf } from '../../containers/docker/container-end';
import { dockerEngine } from '../../containers/docker/engine';
import { owner, ownerLabel, removeNow } from '../../containers/docker/leftovers';
import { noWait } from '../../containers/docker/no-wait';
import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';

// One of each kind of question, among them those whose answer is a refusal, silence, or nothing at the sink.
const ids = [
  'open-relay/outside-anonymous-foreign',
  'open-relay/form-null-sender',
  'anonymous-denial/bare',
  'announcement/auth-on-587-before-tls',
  'authenticated-relay/plain-wrong-password',
  'no-mechanisms/usable-on-587',
  'realms/listed',
];
const checks = suites.flatMap((suite) => suite.checks).filter(({ id }) => ids.includes(id));

let target: Target;
let withoutSink: Target;
let withoutDns: Target;

beforeAll(async () => {
  const start = () => startTarget(preparedTarget());
  [target, withoutSink, withoutDns] = await Promise.all([start(), start(), start()]);
}, 120_000);

afterAll(async () => {
  for (const one of [target, withoutSink, withoutDns]) await one?.[Symbol.asyncDispose]();
}, 60_000);

test('whose container is paused, of that nothing is told but this', async () => {
  const container = (await dockerEngine()).getContainer(target.containerId);
  await container.pause();

  const reasons = await askAll(target);

  await container.unpause();
  expect(reasons).toEqual(ids.map(() => "could-not-tell: the server's container is paused"));
}, 120_000);

test('whose container is restarted in the middle, of that too', async () => {
  await (await dockerEngine()).getContainer(target.containerId).restart({ t: 0 });

  expect(await askAll(target)).toEqual(ids.map(() => "could-not-tell: the server's container was restarted"));
}, 120_000);

test('whose container is killed, of that too', async () => {
  await (await dockerEngine()).getContainer(target.containerId).kill();

  expect(await askAll(target)).toEqual(
    ids.map(() => "could-not-tell: the server's container has ended, with status 137"),
  );
}, 120_000);

test('where the sink has stopped, nothing is told of what would have come to it', async () => {
  await withoutSink.sink[Symbol.asyncDispose]();

  const relaying = ids.filter((id) => /relay|denial/.test(id));
  expect(await askAll(withoutSink, relaying)).toEqual(
    relaying.map(() => 'could-not-tell: the sink, which takes what the server relays, has stopped'),
  );
}, 120_000);

test('where DNS has stopped, nothing is told of a server that waits for it', async () => {
  await withoutDns.dns[Symbol.asyncDispose]();

  expect(await askAll(withoutDns, ['open-relay/outside-anonymous-foreign'])).toEqual([
    "could-not-tell: the lab's DNS has stopped",
  ]);
}, 120_000);

test.each([
  ['ends of it', 'exec tail /dev/zero', 'has ended, with status 137, for want of memory: its limit is 16 MiB'],
  ['runs on', 'tail /dev/zero; exec sleep 600', 'lost a program for want of memory: its limit is 16 MiB'],
])(
  'a container with too little memory that %s is told as such',
  async (_, script, words) => {
    // An engine sometimes misses that memory ran out, where the container ends at the same moment: then it tells of the next.
    let told: string | undefined;
    for (let times = 0; told !== words && times < 4; times++) told = await toldOf(script, words);

    expect(told).toBe(words);
  },
  60_000,
);

/** What is told of a container with little memory that runs the script, once it is those words, or after ten seconds. */
async function toldOf(script: string, words: string): Promise<string | undefined> {
  const container = await new GenericContainer(preparedTarget().labImage)
    .withLabels({ [ownerLabel]: owner() })
    .withEntrypoint(['sh', '-c', script])
    .withResourcesQuota({ memory: 1 / 64 })
    .withNetworkMode('none')
    .withWaitStrategy(noWait())
    .start();
  let told: string | undefined;
  const deadline = performance.now() + 10_000;
  while (told !== words && performance.now() < deadline) told = await troubleOf(container.getId());
  await removeNow(container.getId());
  return told;
}

/** The verdicts with the first line of their reasons. */
function askAll(asked: Target, wanted: readonly string[] = ids): Promise<readonly string[]> {
  return Promise.all(
    checks
      .filter(({ id }) => wanted.includes(id))
      .map(async (check) => {
        const { verdict, reason = '' } = await runCheck(check, asked);
        return `${verdict}: ${reason.split('\n')[0]}`;
      }),
  );
}
