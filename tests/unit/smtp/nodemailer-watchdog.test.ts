import { ScriptedServer } from './scripted-server';
import { send } from './send';

const timeoutMs = 10_000;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance', 'Date', 'hrtime'] });
});

afterEach(() => {
  jest.useRealTimers();
});

test('A server may take its time for each reply', async () => {
  const slowly = (reply: string) => (socket: NodeJS.WritableStream) => {
    jest.advanceTimersByTime(0.9 * timeoutMs);
    socket.write(`${reply}\r\n`);
  };
  const ok = slowly('250 2.0.0 Ok');
  await using server = await ScriptedServer.start({
    greeting: slowly('220 mail.example.test'),
    replies: { EHLO: ok, MAIL: ok, RCPT: ok, DATA: slowly('354 Go on'), '.': ok },
  });

  expect((await send(server, { timeoutMs })).outcome.kind).toBe('sent');
});

test('A server that drips its reply does not get all the time that it wants', async () => {
  await using server = await ScriptedServer.start({
    replies: {
      MAIL: (socket) => {
        socket.write('2', () => jest.advanceTimersByTime(2 * timeoutMs));
      },
    },
  });

  expect((await send(server, { timeoutMs })).outcome).toMatchObject({
    kind: 'refused',
    code: 'ETIMEDOUT',
    message: 'No whole reply in 20000 ms',
  });
});
