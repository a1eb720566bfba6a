import { createServer as createWebServer } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { startRunning } from '../../../helpers/targets/start-running';
import { drip, greet, listening, refusesLogins } from './odd-servers';

const running = { host: '127.0.0.1', user: undefined, fromDomain: 'a.example', toDomain: 'b.example', send: false };

/** What is told of a port where this happens. */
async function told(serve: (socket: Socket) => void): Promise<string> {
  await using server = await listening(createServer(serve));
  return await startRunning({ ...running, ports: [server.port] }).then(
    () => 'a mail server',
    (error: Error) => error.message,
  );
}

test.each([
  ['another protocol that speaks first', (socket: Socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'), 'an SSH server'],
  ['a connection that is closed at once', (socket: Socket) => socket.end(), 'the server closed it after'],
  [
    'a greeting that refuses',
    (socket: Socket) => socket.write('554 no\r\n'),
    'the answer to the connection is 554 “no”',
  ],
  ['421 at EHLO', (socket: Socket) => greet(socket, '421 4.3.2 later\r\n'), 'the answer to EHLO is 421 “4.3.2 later”'],
  [
    'what is no reply at EHLO',
    (socket: Socket) => greet(socket, '\x01\x02garbage\r\n'),
    'what came after EHLO is no reply of SMTP',
  ],
  [
    'a greeting of 10 MB',
    (socket: Socket) => socket.write(`220-${'x'.repeat(10_000_000)}`),
    'no reply of SMTP: a line is longer than 8192 bytes',
  ],
])('%s is told as what was seen, in a few lines', async (_, serve, words) => {
  const message = await told(serve);

  expect(message).toContain(words);
  expect(message.split('\n').length).toBeLessThan(6);
});

test('a closed port is told at once', async () => {
  const server = await listening(createServer());
  await server[Symbol.asyncDispose]();

  await expect(startRunning({ ...running, ports: [server.port] })).rejects.toThrow(
    new RegExp(
      `no mail server answers there: 127.0.0.1\n {2}${server.port}: nobody can be reached there: .*ECONNREFUSED`,
    ),
  );
});

test('of several ports each that is none of a mail server is told', async () => {
  await using first = await listening(createServer((socket) => socket.write('SSH-2.0-x\r\n')));
  await using second = await listening(createServer((socket) => socket.end()));

  await expect(startRunning({ ...running, ports: [first.port, second.port] })).rejects.toThrow(
    new RegExp(`${first.port}: that is an SSH server: .*\n {2}${second.port}: the server closed it`),
  );
});

// These are known only when nothing has come for ten seconds.
describe('what keeps its clients waiting', () => {
  test.concurrent('a mute port is told', async () => {
    expect(await told(() => {})).toMatch(/nothing came within 10 s after the connection; a firewall, or/);
  }, 30_000);

  test.concurrent('a drip is told with what has come of it', async () => {
    expect(await told(drip)).toMatch(/no whole line came within 10 s after the connection: “220 mail\.e?x?a?/);
  }, 30_000);

  test.concurrent('a web server is, which speaks when spoken to', async () => {
    await using server = await listening(createWebServer());

    await expect(startRunning({ ...running, ports: [server.port] })).rejects.toThrow(
      /that is a web server: “HTTP\/1\.1 400 Bad Request/,
    );
  }, 30_000);
});

test('a server that comes later is waited for as long as it may take', async () => {
  const late = createServer((socket) => greet(socket, '250 mail.example\r\n'));
  const place = await listening(createServer());
  await place[Symbol.asyncDispose]();
  const started = startRunning({ ...running, ports: [place.port], readyTimeoutMs: 20_000 });
  await using _late = await listening(late, place.port);

  await using target = await started;
  expect(target.facts.ports).toEqual([{ port: 587, role: 'submission', listens: place.port }]);
}, 30_000);

test('a login that is refused is one sentence, and blames no server', async () => {
  await using server = await listening(createServer(refusesLogins));
  const user = { name: 'alice', password: 'wrong-horse' };

  await expect(startRunning({ ...running, ports: [server.port], user })).rejects.toThrow(
    /^the login given does not work: the server refuses alice by PLAIN on 587: 535 5\.7\.8 no/,
  );
});
