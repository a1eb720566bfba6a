import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GenericContainer } from 'testcontainers';
import { dockerEngine } from '../../containers/docker/engine';
import type { ResultFile } from '../../helpers/model/result';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { harness } from '../programs';

const open = `smtp-auth-harness/test-open-relay:${process.pid}`;
const closed = `smtp-auth-harness/test-closed-relay:${process.pid}`;
const out = mkdtempSync(join(tmpdir(), 'verify-'));

beforeAll(async () => {
  const build = (image: string, args: Readonly<Record<string, string>>) =>
    GenericContainer.fromDockerfile(join(__dirname, '../fixtures/images/open-relay'))
      .withBuildArgs({ BASE: preparedTarget().serverImage, ...args })
      .build(image, { deleteOnExit: false });
  await build(open, {});
  await build(closed, { MYNETWORKS: '127.0.0.0/8', PORT: '2626' });
}, 120_000);

afterAll(async () => {
  rmSync(out, { recursive: true });
  const engine = await dockerEngine();
  for (const image of [open, closed]) await engine.getImage(image).remove({ force: true });
});

test('an unknown image that relays for everybody is an open relay: exit 1, with no profile at all', () => {
  const { status, failed, target } = verify(open);

  expect(status).toBe(1);
  expect(failed).toContain('open-relay/outside-anonymous-foreign');
  expect(target).toMatchObject({ mta: 'Postfix' });
}, 120_000);

test('an unknown image that relays for nobody gives no alarm, on whatever port it listens, and is told what a profile would add', () => {
  const { status, failed, output, target } = verify(closed);

  expect(failed).toEqual([]);
  expect(status).toBe(0);
  expect(target.seen).toEqual([expect.stringMatching(/^2626 \(smtp\)/)]);
  expect(output).toContain('a profile says so: user: { name, password }');
}, 120_000);

/** As a user runs it, in a process of its own. */
function verify(image: string) {
  const argv = [...harness, 'verify', image, '--out', out];
  const { status, stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  const { checks, target }: ResultFile = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'));
  const failed = checks.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
  return { status, failed, target, output: stdout.replaceAll(/\s+/g, ' ') };
}
