import { Readable } from 'node:stream';
import { followToEnd } from '../../../containers/docker/engine-progress';

const events = (...all: readonly object[]) => Readable.from(all.map((event) => `${JSON.stringify(event)}\r\n`));

test('what the engine prints is told, until it ends', async () => {
  const told: string[] = [];

  await followToEnd(events({ stream: 'Step 1/2' }, { aux: { ID: 'sha256:1' } }, { stream: 'done\n' }), (text) =>
    told.push(text),
  );

  expect(told).toEqual(['Step 1/2', 'done\n']);
});

test.each([
  [{ error: 'no such file', errorDetail: { message: 'no such file' } }],
  [{ errorDetail: { code: 1, message: 'no such file' } }],
  [{ error: 'no such file' }],
])('a build that fails says why: %j', async (event) => {
  await expect(followToEnd(events({ stream: 'Step 1/2' }, event), () => {})).rejects.toThrow('no such file');
});

test('a stream that breaks off is no success', async () => {
  const broken = new Readable({ read() {} });
  const followed = followToEnd(broken, () => {});
  broken.push(`${JSON.stringify({ stream: 'Step 1/2' })}\n`);
  broken.destroy(new Error('aborted'));

  await expect(followed).rejects.toThrow('aborted');
});
