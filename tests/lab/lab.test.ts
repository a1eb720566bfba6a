import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { dockerEngine } from '../../containers/docker/engine';
import { owner, ownerLabel, removeOrphans } from '../../containers/docker/leftovers';
import { complaints } from '../../helpers/reproduction/health';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { WireSession } from '../../helpers/smtp/wire-session';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';

let target: Target;

beforeAll(async () => {
  target = await startTarget(preparedTarget());
}, 60_000);

afterAll(() => target[Symbol.asyncDispose](), 60_000);

const connectFrom = async (from: Target, vantage: 'inside' | 'outside' | 'listed' | 'nameless') => {
  await using session = await WireSession.open({
    ...from.clientAddress(vantage, 25),
    title: vantage,
    security: 'plain',
    clientName: 'client.example',
  });
  return session.greeting;
};

test.each([
  ['inside', 'inside.example.test[192.0.2.10]'],
  ['outside', 'client.outside.example[198.51.100.7]'],
  ['listed', 'listed.outside.example[203.0.113.66]'],
  ['nameless', 'unknown[198.51.100.99]'],
] as const)('a client %s appears as %s', async (vantage, client) => {
  const since = target.log.position;

  const greeting = await connectFrom(target, vantage);

  expect(greeting).toMatchObject({ kind: 'reply', code: 220 });
  const seen = (lines: readonly string[]) => lines.some((line) => line.endsWith(`: connect from ${client}`));
  expect(await target.log.when(seen, { since, timeoutMs: 4_000 })).toBeDefined();
});

test('what is neither mail nor DNS does not leave the lab, and is counted', async () => {
  await target.run('timeout 1 bash -c "exec 3<>/dev/tcp/203.0.113.1/80" || true');

  expect(await target.leaks()).toContainEqual({ family: 4, what: 'http', packets: expect.any(Number) });
});

test('where the engine is somewhere else, a tunnel takes clients in, and mail and DNS back', async () => {
  const prepared = preparedTarget();
  const bridge = { ...prepared.bridge, address: '127.0.0.1', bridged: false };
  await using server = await startTarget({ ...prepared, bridge });
  const { host, port } = server.clientAddress('outside', 25);

  expect(host).toBe('127.0.0.1');
  expect(await complaints(server)).toEqual([]);
  expect(server.sink.messages).toHaveLength(1);
  expect(server.dns.queries).toContainEqual(expect.objectContaining({ name: 'elsewhere.example', type: 'MX' }));
  expect(await server.leaks()).toEqual([]);
  expect(port).not.toBe(25);
}, 60_000);

test('what a killed run has left is removed by the next, also where another process has its number; what runs on is not', async () => {
  const dead = spawn('true');
  await once(dead, 'exit');
  const left = [await ownedBy(`${hostname()}:${dead.pid}`), await ownedBy(`${hostname()}:${process.pid}:1`)];
  const ours = await ownedBy(owner());

  await removeOrphans();

  for (const one of left) await expect(one.inspect()).rejects.toMatchObject({ statusCode: 404 });
  await ours.remove();
});

async function ownedBy(value: string) {
  const engine = await dockerEngine();
  return engine.createContainer({ Image: preparedTarget().labImage, Labels: { [ownerLabel]: value } });
}
