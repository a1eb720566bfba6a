import { join } from 'node:path';
import { GenericContainer } from 'testcontainers';
import { dockerEngine } from '../../containers/docker/engine';
import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import { loadProfile } from '../../helpers/profiles/load-profile';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';

const image = `smtp-auth-harness/test-closed-relay:${process.pid}`;
let target: Target;

beforeAll(async () => {
  const folder = join(__dirname, '../fixtures/images/open-relay');
  await GenericContainer.fromDockerfile(folder)
    .withBuildArgs({ BASE: preparedTarget().serverImage, MYNETWORKS: '127.0.0.0/8' })
    .build(image, { deleteOnExit: false });
  const profile = loadProfile(join(folder, 'profile.yaml'));
  target = await startTarget(await prepareTarget({ ...profile, source: { kind: 'image', image } }, () => {}));
}, 180_000);

afterAll(async () => {
  await target?.[Symbol.asyncDispose]();
  await (await dockerEngine()).getImage(image).remove({ force: true });
});

test('what the profile says of an image is so: its files, ports, users, log, and whom it trusts', async () => {
  expect(target.facts).toMatchObject({
    ports: [{ port: 25, role: 'smtp', listens: 2525 }],
    log: 'postfix',
    localRecipient: 'carol@mail.example.test',
  });
  expect(await target.run('id -un carol; hostname')).toBe('carol\nmx.example.test\n');
});

test('a port on which nothing listens is told without the address that the lab has for it', async () => {
  const profile = loadProfile(join(__dirname, '../fixtures/images/open-relay/profile.yaml'));
  const ports = [{ port: 2626, role: 'smtp' }] as const;
  const prepared = prepareTarget(
    { ...profile, source: { kind: 'image', image }, ports, readyTimeoutMs: 1_000 },
    () => {},
  );

  // Through a tunnel the connection comes about, and is reset.
  await expect(startTarget(await prepared)).rejects.toThrow(
    /\n {2}2626: (?:the port is closed: connect ECONNREFUSED|it resets the connection at once, without a greeting)\n/,
  );
}, 60_000);

test.concurrent.each([
  ['open-relay/outside-anonymous-foreign', 'held'],
  ['open-relay/outside-anonymous-local', 'held'],
  ['open-relay/inside-anonymous-foreign', 'held'],
  ['open-relay/relay-domains', 'held'],
  ['authenticated-relay/plain-on-587-after-starttls', 'not-applicable'],
  ['realms/listed', 'not-applicable'],
])('%s: %s', async (id, verdict) => {
  const check = suites.flatMap(({ checks }) => checks).find((one) => one.id === id);

  const result = check && (await runCheck(check, target));

  expect({ verdict: result?.verdict, reason: result?.reason }).toMatchObject({ verdict });
});
