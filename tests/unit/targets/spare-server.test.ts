import { SpareServer } from '../../../helpers/targets/spare-server';
import type { Target } from '../../../helpers/targets/target';

test('the spare server is started once, lent to one after the other, and ended with its owner', async () => {
  const events: string[] = [];
  const server: Pick<Target, typeof Symbol.asyncDispose> = {
    [Symbol.asyncDispose]: async () => void events.push('ended'),
  };
  const spare = new SpareServer(async () => {
    events.push('started');
    return server as Target;
  });

  const first = await spare.lend();
  const second = spare.lend().then(async (lent) => {
    events.push('lent again');
    await lent[Symbol.asyncDispose]();
  });
  events.push('first is done');
  await first[Symbol.asyncDispose]();
  await second;
  await spare[Symbol.asyncDispose]();

  expect(events).toEqual(['started', 'first is done', 'lent again', 'ended']);
});

test('a spare server that does not start tells everybody who asks', async () => {
  await using spare = new SpareServer(() => Promise.reject(new Error('no such image')));

  const asked = await Promise.allSettled([spare.lend(), spare.lend()]);

  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
