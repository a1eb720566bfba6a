import * as net from 'node:net';
import { connect } from './open-session';
import { acceptTls, ScriptedServer } from './scripted-server';
import { textsOf } from './texts-of';

test('A session leaves neither timers nor sockets behind', async () => {
  const port = await unusedPort();
  await using silent = await ScriptedServer.start({ greeting: [] });
  await using talking = await ScriptedServer.start({
    replies: {
      STARTTLS: (socket) => {
        socket.write('220 2.0.0 Ready to start TLS\r\n');
        acceptTls(socket, (secure) => secure.once('data', () => secure.write('334 \r\n')));
      },
    },
  });
  const before = await resources();
  {
    await using secured = await connect(talking);
    await secured.startTls();
    await secured.command('AUTH PLAIN');
    await using unheard = await connect(silent, { timeoutMs: 20 });
    await unheard.readAnswer();
    await using handshaking = await connect(silent, { timeoutMs: 20, security: 'implicit-tls' });
    await handshaking.readAnswer();
    await using refused = await connect({ port });
    await refused.ehlo();
  }

  // Less where a timer of Jest's own has run out meanwhile.
  expect(await resources()).toBeLessThanOrEqual(before);
});

describe('a server that', () => {
  test('is not there is refused', async () => {
    const port = await unusedPort();
    await using session = await connect({ port });

    expect(session.greeting).toMatchObject({
      kind: 'closed',
      how: 'refused',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
    expect(await session.ehlo()).toMatchObject({ kind: 'closed', how: 'refused', afterMs: 0 });
    expect(session.transcript.entries[0]).toMatchObject({
      from: 'note',
      text: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('has a name that nobody knows is refused', async () => {
    await using session = await connect({ port: 25 }, { host: 'no such name' });

    expect(session.greeting).toMatchObject({ kind: 'closed', how: 'refused' });
  });

  test('accepts and says nothing is silent, and may still speak later', async () => {
    const { promise: accepted, resolve: accept } = withResolvers<net.Socket>();
    await using server = await ScriptedServer.start({ greeting: accept });
    await using session = await connect(server, { timeoutMs: 50 });

    expect(session.greeting).toEqual({ kind: 'silence', afterMs: expect.any(Number), partial: '' });
    expect(textsOf(session).at(-1)).toMatch(/^no whole reply in \d+ ms$/);

    (await accepted).write('220 late\r\n');
    expect(await session.readAnswer(5000)).toMatchObject({ kind: 'reply', code: 220 });
  });

  test('says half of it is silent, with what it said', async () => {
    await using server = await ScriptedServer.start({
      greeting: (socket) => socket.write('220 Hi\r\n250-mail\r\n250-AU'),
    });
    await using session = await connect(server);

    expect(await session.readAnswer(50)).toMatchObject({ kind: 'silence', partial: '250-mail\r\n250-AU' });
  });

  test('drips its bytes is understood', async () => {
    await using server = await ScriptedServer.start({ greeting: drip('220-mail.example.test\r\n220 ESMTP\r\n') });
    await using session = await connect(server);

    expect(session.greeting).toMatchObject({ kind: 'reply', lines: ['mail.example.test', 'ESMTP'] });
  });

  test('closes before it greets ends the file', async () => {
    await using server = await ScriptedServer.start({ greeting: (socket) => socket.end() });
    await using session = await connect(server);

    expect(session.greeting).toEqual({
      kind: 'closed',
      how: 'end-of-file',
      afterMs: expect.any(Number),
      detail: 'closed by the server',
    });
  });

  test('closes within a reply ends the file, with what it said', async () => {
    await using server = await ScriptedServer.start({ replies: { NOOP: (socket) => socket.end('421 4.3') } });
    await using session = await connect(server);

    expect(await session.command('NOOP')).toMatchObject({
      kind: 'closed',
      detail: 'closed by the server, after an unfinished "421 4.3"',
    });
  });

  test('resets is told from one that closes', async () => {
    await using server = await ScriptedServer.start({ replies: { NOOP: (socket) => socket.resetAndDestroy() } });
    await using session = await connect(server);

    expect(await session.command('NOOP')).toMatchObject({ kind: 'closed', how: 'reset' });
  });

  test('says goodbye on its own is heard by the next command', async () => {
    await using server = await ScriptedServer.start({
      greeting: (socket) => socket.end('220 Hi\r\n421 4.3.2 Bye\r\n'),
    });
    await using session = await connect(server);

    expect(await session.ehlo()).toMatchObject({ kind: 'reply', code: 421 });
    expect(await session.ehlo()).toMatchObject({ kind: 'closed', how: 'end-of-file' });
  });

  test('gives two replies to one command is found out, in their order', async () => {
    await using server = await ScriptedServer.start({ replies: { RSET: ['250 one', '250 two'] } });
    await using session = await connect(server);

    expect(await session.command('RSET')).toMatchObject({ lines: ['one'] });
    expect(await session.command('NOOP')).toMatchObject({ lines: ['two'] });
    expect(await session.readAnswer()).toMatchObject({ lines: ['2.0.0 Ok'] });
  });

  test('answers commands sent at once is read answer by answer', async () => {
    await using server = await ScriptedServer.start({ replies: { RCPT: ['550 5.1.1 no'] } });
    await using session = await connect(server);

    session.send('MAIL FROM:<>\r\nRCPT TO:<x@example.net>\r\nDA');
    session.send('TA\r\n.\r\n');
    const answers = await Promise.all([session.readAnswer(), session.readAnswer(), session.readAnswer()]);

    expect(answers).toMatchObject([{ code: 250 }, { code: 550 }, { code: 354 }]);
    expect(server.received).toEqual(['MAIL FROM:<>', 'RCPT TO:<x@example.net>', 'DATA', '.']);
  });

  test('speaks another protocol is garbage, line by line', async () => {
    await using server = await ScriptedServer.start({ greeting: ['HTTP/1.1 400 Bad Request', 'Server: x'] });
    await using session = await connect(server);

    expect(session.greeting).toMatchObject({ kind: 'garbage', text: 'HTTP/1.1 400 Bad Request' });
    expect(await session.readAnswer()).toMatchObject({ kind: 'garbage', text: 'Server: x' });
  });

  test('sends a line without end is given up', async () => {
    const { promise: hangUp, resolve: onHangUp } = withResolvers<void>();
    await using server = await ScriptedServer.start({
      greeting: (socket) => {
        socket.once('close', () => onHangUp());
        flood(socket, Buffer.alloc(1 << 16, '2'));
      },
    });
    await using session = await connect(server);

    expect(session.greeting).toMatchObject({ kind: 'garbage', problem: 'a line is longer than 8192 bytes' });
    expect(await session.ehlo()).toMatchObject({
      kind: 'closed',
      how: 'reset',
      detail: expect.stringMatching(/^given up/),
    });
    await hangUp;
  });

  test('never stops talking waits until somebody listens', async () => {
    const replies = Buffer.from('250 2.0.0 Ok\r\n'.repeat(1000));
    await using server = await ScriptedServer.start({ greeting: (socket) => flood(socket, replies) });
    await using talkative = await connect(server);
    await using silent = await ScriptedServer.start({ greeting: [] });
    await using meanwhile = await connect(silent, { timeoutMs: 100 });

    expect(meanwhile.greeting).toMatchObject({ kind: 'silence' });
    expect(talkative.transcript.entries.length).toBeLessThan(10_000);

    for (let heard = 0; heard < 6000; heard++) await talkative.readAnswer();
    expect(await talkative.readAnswer()).toMatchObject({ code: 250 });
  });
});

/** Counted some turns of the event loop later, when what was closed is let go. */
async function resources(): Promise<number> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  return process.getActiveResourcesInfo().filter((type) => /^(TCP|TLS|Connect|Timeout)/.test(type)).length;
}

function drip(text: string): (socket: net.Socket) => void {
  return (socket) => {
    socket.setNoDelay(true);
    const bytes = [...text];
    const next = (): void => {
      const byte = bytes.shift();
      if (byte !== undefined) socket.write(byte, () => setImmediate(next));
    };
    next();
  };
}

function flood(socket: net.Socket, bytes: Buffer, onSent = (): void => {}): void {
  const next = (): void => {
    if (socket.destroyed) return;
    socket.write(bytes, () => {
      onSent();
      next();
    });
  };
  next();
}

async function unusedPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
