import { setImmediate } from 'node:timers/promises';
import { Lanes } from '../../../helpers/running/lanes';

/** Work that says when it begins, and ends when it is told to. */
function pieces() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((end) => ends.set(name, end));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await setImmediate();
  };
  return { begun, work, end };
}

test('so many of a lane at a time, in the order in which they came', async () => {
  const lanes = new Lanes();
  const { begun, work, end } = pieces();

  for (const name of ['a', 'b', 'c', 'd']) void lanes.run({ lane: 'one', room: 2 }, work(name));
  await setImmediate();
  expect(begun).toEqual(['a', 'b']);

  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('a');
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});

test('one lane does not wait for another', async () => {
  const lanes = new Lanes();
  const { begun, work } = pieces();

  void lanes.run({ lane: 'one', room: 1 }, work('a'));
  void lanes.run({ lane: 'other', room: 1 }, work('b'));
  await setImmediate();

  expect(begun).toEqual(['a', 'b']);
});

test('what fails gives its place to the next, and its error to whoever asked', async () => {
  const lanes = new Lanes();
  const failing = lanes.run({ lane: 'one', room: 1 }, async () => {
    throw new Error('no');
  });
  const next = lanes.run({ lane: 'one', room: 1 }, async () => 'yes');

  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});
