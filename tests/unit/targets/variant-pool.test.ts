import type { Change, Variant } from '../../../helpers/targets/target';
import { VariantPool } from '../../../helpers/targets/variant-pool';
import { type FakeTarget, type FakeTargetOptions, startFakeTarget } from './fake-target';

const variant = (name: string, change: Change = {}): Variant => ({ name, before: `echo ${name}`, ...change });

/** A pool, and the servers that it has started. */
function poolOf(options: FakeTargetOptions = {}) {
  const started: FakeTarget[] = [];
  const ended: FakeTarget[] = [];
  const pool = new VariantPool(async () => {
    const target = await startFakeTarget(options);
    started.push(target);
    return {
      ...target,
      [Symbol.asyncDispose]: async () => {
        ended.push(target);
        await target[Symbol.asyncDispose]();
      },
    };
  });
  return { pool, started, ended };
}

test('those who ask for the same variant at the same time share one server', async () => {
  const { pool, started } = poolOf();
  await using _pool = pool;

  const [first, second] = await Promise.all([pool.lend(variant('a')), pool.lend(variant('a'))]);

  expect(second).toBe(first);
  expect(started).toHaveLength(1);
  expect(started[0]?.restarts).toEqual([expect.stringContaining('echo a')]);
});

test('a server is changed again when the last who had it has given it back', async () => {
  const { pool, started } = poolOf();
  await using _pool = pool;
  const [first, second] = [await pool.lend(variant('a')), await pool.lend(variant('a'))];

  await first[Symbol.asyncDispose]();
  await pool.lend(variant('b'));
  expect(started).toHaveLength(2);

  await second[Symbol.asyncDispose]();
  await pool.lend(variant('c'));
  expect(started).toHaveLength(2);
  expect(started[0]?.restarts).toEqual([expect.stringContaining('echo a'), expect.stringContaining('echo c')]);
});

test('one that is given back is lent as it is to who wants just that', async () => {
  const { pool, started } = poolOf();
  await using _pool = pool;

  await (await pool.lend(variant('a')))[Symbol.asyncDispose]();
  await pool.lend(variant('a'));

  expect(started[0]?.restarts).toHaveLength(1);
});

test('three are changed at a time; a fourth waits until one is given back', async () => {
  const { pool, started } = poolOf();
  await using _pool = pool;
  const [first] = await Promise.all(['a', 'b', 'c'].map((name) => pool.lend(variant(name))));
  const events: string[] = [];

  const fourth = pool.lend(variant('d')).then(() => events.push('lent'));
  await new Promise(setImmediate);
  events.push('given back');
  await first?.[Symbol.asyncDispose]();
  await fourth;

  expect(events).toEqual(['given back', 'lent']);
  expect(started).toHaveLength(3);
});

test('clients of its own take a server of its own, beside the three', async () => {
  const { pool, started } = poolOf();
  await using _pool = pool;
  await Promise.all(['a', 'b', 'c'].map((name) => pool.lend(variant(name))));

  await pool.lend(variant('d', { vantagePoints: [] }));

  expect(started).toHaveLength(4);
});

test('a server that does not start fails all who asked for it, and the next who asks gets another', async () => {
  let attempts = 0;
  const pool = new VariantPool(() => {
    attempts++;
    return attempts === 1 ? Promise.reject(new Error('no space left')) : startFakeTarget();
  });
  await using _pool = pool;

  const failed = await Promise.allSettled([pool.lend(variant('a')), pool.lend(variant('a'))]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);

  await pool.lend(variant('a'));
  expect(attempts).toBe(2);
});

test('a server whose change fails is ended, and makes room for who waits', async () => {
  const { pool, started, ended } = poolOf({
    restart: async (script) => {
      if (script.includes('echo a')) throw new Error('fatal: bad configuration');
    },
  });
  await using _pool = pool;

  const asked = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => pool.lend(variant(name))));

  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(started).toHaveLength(4);
  expect(ended).toHaveLength(1);
});

test('a variant does not see what was logged before it was one', async () => {
  const { pool, started } = poolOf();
  await using _pool = pool;
  const first = await pool.lend(variant('a'));
  started[0]?.log.write('as a');
  await first[Symbol.asyncDispose]();

  const second = await pool.lend(variant('b'));
  started[0]?.log.write('as b');

  expect(second.log.linesSince(0)).toEqual(['as b']);
});

test('nor what the server still said as another one, until it was stopped', async () => {
  const { pool, started } = poolOf();
  await using _pool = pool;
  const first = await pool.lend(variant('a'));
  await first[Symbol.asyncDispose]();

  const second = await pool.lend(variant('b'));
  const stop = 'Nov 29 08:00:00 mail postfix/master[9]: terminating on signal 15';
  const back = 'Nov 29 08:00:01 mail harness: the original files are back';
  started[0]?.log.write('late', stop, 'its last words', back, 'its own', stop);

  expect(second.log.linesSince(0)).toEqual(['its own', stop]);
});

test('where it did not run, nothing was said that is not the variant’s own', async () => {
  const { pool, started } = poolOf();
  await using _pool = pool;

  const only = await pool.lend(variant('a'));
  started[0]?.log.write('of its change', 'Nov 29 08:00:01 mail postfix/master[30]: daemon started');

  expect(only.log.linesSince(0)).toHaveLength(2);
});

test('all of them end with the pool', async () => {
  const { pool, started, ended } = poolOf();
  await Promise.all(['a', 'b'].map((name) => pool.lend(variant(name))));

  await pool[Symbol.asyncDispose]();

  expect(ended).toEqual(started);
});
