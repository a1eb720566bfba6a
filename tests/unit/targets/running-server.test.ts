import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { startRunning } from '../../../helpers/targets/start-running';

const running = { host: '127.0.0.1', user: undefined, fromDomain: 'a.example', toDomain: 'b.example', send: false };

/** What is told of a port where this happens. */
async function told(serve: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => {}));
    serve(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    await startRunning({ ...running, ports: [port] });
    return 'a mail server';
  } catch (error) {
    return (error as Error).message;
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

const greet = (socket: Socket, answer: string) => {
  socket.write('220 mail.example ESMTP\r\n');
  socket.once('data', () => socket.write(answer));
};

test.each([
  ['another protocol that speaks first', (socket: Socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'), 'an SSH server'],
  ['a connection that is closed at once', (socket: Socket) => socket.end(), 'the server closed it after'],
  [
    'a greeting that refuses',
    (socket: Socket) => socket.write('554 no\r\n'),
    'the answer to the connection is 554 “no”',
  ],
  ['421 at EHLO', (socket: Socket) => greet(socket, '421 4.3.2 later\r\n'), 'the answer to EHLO is 421 “4.3.2 later”'],
  ['what is no reply at EHLO', (socket: Socket) => greet(socket, '\x01\x02garbage\r\n'), 'no reply of SMTP after EHLO'],
  ['a greeting without end', (socket: Socket) => socket.write(`220-${'x'.repeat(100_000)}`), 'no reply of SMTP'],
])('%s is told as what was seen, in a few lines', async (_, serve, words) => {
  const message = await told(serve);

  expect(message).toContain(words);
  expect(message.split('\n').length).toBeLessThan(6);
});

test('a closed port is told at once', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');

  await expect(startRunning({ ...running, ports: [port] })).rejects.toThrow(
    new RegExp(`no mail server answers there: 127.0.0.1\n {2}${port}: nobody can be reached there: .*ECONNREFUSED`),
  );
});

test('a login that is refused is one sentence, and blames no server', async () => {
  const message = await toldOfLogin();

  expect(message).toMatch(/^the login given does not work: the server refuses alice by PLAIN on 587: 535 5\.7\.8 no/);
});

async function toldOfLogin(): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {}).write('220 mail.example ESMTP\r\n');
    socket.on('data', (bytes: Buffer) => {
      const isAuth = /^AUTH/i.test(bytes.toString());
      socket.write(isAuth ? '535 5.7.8 no\r\n' : '250-mail.example\r\n250 AUTH PLAIN\r\n');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const user = { name: 'alice', password: 'wrong-horse' };
  const message = await startRunning({ ...running, ports: [port], user }).catch((error: Error) => error.message);
  server.close();
  return String(message);
}
