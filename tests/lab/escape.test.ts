import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GenericContainer } from 'testcontainers';
import { dockerEngine } from '../../containers/docker/engine';
import { owner, ownerLabel } from '../../containers/docker/leftovers';
import { noWait } from '../../containers/docker/no-wait';
import { runOnce } from '../../containers/docker/run-once';
import type { ResultFile } from '../../helpers/model/result';
import { loadProfile } from '../../helpers/profiles/load-profile';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';
import { harness } from '../programs';

const image = `smtp-auth-harness/test-phones-home:${process.pid}`;
const folder = mkdtempSync(join(tmpdir(), 'escape-'));
const profile = join(folder, 'profile.yaml');
const calls: string[] = [];
const home = createServer((socket) => {
  calls.push(socket.remoteAddress ?? '');
  socket.destroy();
});
let target: Target;

beforeAll(async () => {
  const { bridge, serverImage } = preparedTarget();
  await once(home.listen(0, bridge.address), 'listening');
  await GenericContainer.fromDockerfile(join(__dirname, '../fixtures/images/phones-home'))
    .withBuildArgs({ BASE: serverImage })
    .build(image, { deleteOnExit: false });
  writeFileSync(
    profile,
    `image: ${image}\nhostname: mx.example.test\nports: [{ port: 25, role: smtp }]\n` +
      `environment: { HOME_ADDRESS: ${bridge.address}, HOME_PORT: ${(home.address() as AddressInfo).port} }\n`,
  );
  target = await startTarget(await prepareTarget(loadProfile(profile), () => {}));
}, 180_000);

afterAll(async () => {
  await target?.[Symbol.asyncDispose]();
  home.close();
  rmSync(folder, { recursive: true });
  await (await dockerEngine()).getImage(image).remove({ force: true });
}, 60_000);

test('what an image sends home is dropped and counted, by IPv4 and IPv6', async () => {
  const leaks = await target.leaks();

  expect(leaks).toEqual(
    expect.arrayContaining([
      { family: 4, what: 'https', packets: expect.any(Number) },
      { family: 4, what: 'ntp', packets: 1 },
      { family: 4, what: 'tcp', packets: expect.any(Number) },
      { family: 6, what: 'https', packets: expect.any(Number) },
      { family: 6, what: 'ntp', packets: 1 },
    ]),
  );
  expect(target.log.linesSince(0).filter((line) => line.includes('answered'))).toEqual([]);
});

test('the machine is not called from the lab, and is from outside of it', async () => {
  expect(calls).toEqual([]);

  const outside = await new GenericContainer(image)
    .withLabels({ [ownerLabel]: owner() })
    .withEntrypoint(['sleep', '60'])
    .withWaitStrategy(noWait())
    .start();
  const { address, port } = home.address() as AddressInfo;
  await runOnce(outside.getId(), `bash -c '>/dev/tcp/${address}/${port}'`);
  await outside.stop();

  expect(calls).toHaveLength(1);
}, 60_000);

test('no packet is written past the rules of the lab', async () => {
  const lines = await target.log.when((all) => all.some((line) => line.includes('the wire')), { timeoutMs: 5_000 });

  expect(lines?.filter((line) => line.includes('the wire'))).toEqual(['call-home: the wire: Operation not permitted']);
});

test('an image has no mount, no privilege beside the engine’s own, and fewer of those', async () => {
  const { HostConfig, Mounts } = await (await dockerEngine()).getContainer(target.containerId).inspect();

  expect(Mounts).toEqual([]);
  expect(HostConfig).toMatchObject({ Privileged: false, Binds: null, CapAdd: null });
  expect(HostConfig.CapDrop).toEqual(expect.arrayContaining(['NET_RAW', 'MKNOD']));
});

test('the report says what was dropped', () => {
  const argv = ['verify', '--profile', profile, '--check', 'open-relay/outside-anonymous-foreign', '--out', folder];
  spawnSync(process.execPath, [...harness, ...argv]);

  const result: ResultFile = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));

  expect(result.target.notice).toMatch(/\d+ packets that were neither mail nor DNS were .* dropped: .*https by IPv4/);
}, 120_000);
