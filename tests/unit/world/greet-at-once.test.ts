import { once } from 'node:events';
import { connect } from 'node:net';
import { Sink } from '../../../helpers/world/sink';
import { address } from './sink-client';

test('the sink greets without waiting for a clock', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  await using sink = await Sink.start({ address, ports: [25] });
  const client = connect(sink.portFor(25), address);

  const [greeting] = await once(client, 'data');

  expect(String(greeting)).toMatch(/^220 sink\.test /);
  client.destroy();
});
