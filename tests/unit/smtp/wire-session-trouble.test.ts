import * as net from 'node:net';
import { WireSession } from '../../../helpers/smtp/wire-session';
import { acceptTls, type Script, ScriptedServer } from './scripted-server';
import { textsOf } from './texts-of';

test('A session leaves neither timers nor sockets behind', async () => {
  const port = await unusedPort();
  const before = resources();
  {
    await using talking = await ScriptedServer.start();
    await using server = await ScriptedServer.start({ greeting: [] });
    await using answered = await open(talking);
    await answered.ehlo();
    await using silent = await open(server, { timeoutMs: 20 });
    await silent.readAnswer();
    await using handshaking = await open(server, { timeoutMs: 20, security: 'implicit-tls' });
    await handshaking.readAnswer();
    await using refused = await open({ port });
    await refused.ehlo();
  }

  // What is closed is let go some turns of the event loop later.
  for (let turn = 0; turn < 100 && resources() > before; turn++) await new Promise(setImmediate);
  expect(resources()).toBeLessThanOrEqual(before);
});

describe('a server that', () => {
  test('is not there is refused', async () => {
    const port = await unusedPort();
    await using session = await open({ port });

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
    await using session = await open({ port: 25, host: 'no such name' });

    expect(session.greeting).toMatchObject({ kind: 'closed', how: 'refused' });
  });

  test('accepts and says nothing is silent, and may still speak later', async () => {
    let speak = () => {};
    await using server = await ScriptedServer.start({
      greeting: (socket) => {
        speak = () => socket.write('220 late\r\n');
      },
    });
    await using session = await open(server, { timeoutMs: 50 });

    expect(session.greeting).toEqual({ kind: 'silence', afterMs: expect.any(Number), partial: '' });
    expect(textsOf(session).at(-1)).toMatch(/^no whole reply in \d+ ms$/);

    speak();
    expect(await session.readAnswer(1000)).toMatchObject({ kind: 'reply', code: 220 });
  });

  test('says half of it is silent, with what it said', async () => {
    await using server = await ScriptedServer.start({
      replies: { EHLO: (socket) => socket.write('250-mail\r\n250-AU') },
    });
    await using session = await open(server, { timeoutMs: 50 });

    expect(await session.ehlo()).toMatchObject({ kind: 'silence', partial: '250-mail\r\n250-AU' });
  });

  test('drips its bytes is understood', async () => {
    await using server = await ScriptedServer.start({ greeting: drip('220-mail.example.test\r\n220 ESMTP\r\n') });
    await using session = await open(server);

    expect(session.greeting).toMatchObject({ kind: 'reply', lines: ['mail.example.test', 'ESMTP'] });
  });

  test('closes before it greets ends the file', async () => {
    await using server = await ScriptedServer.start({ greeting: (socket) => socket.end() });
    await using session = await open(server);

    expect(session.greeting).toEqual({
      kind: 'closed',
      how: 'end-of-file',
      afterMs: expect.any(Number),
      detail: 'closed by the server',
    });
  });

  test('closes within a reply ends the file, with what it said', async () => {
    await using server = await ScriptedServer.start({ replies: { NOOP: (socket) => socket.end('421 4.3') } });
    await using session = await open(server);

    expect(await session.command('NOOP')).toMatchObject({
      kind: 'closed',
      detail: 'closed by the server, after an unfinished "421 4.3"',
    });
  });

  test('resets is told from one that closes', async () => {
    await using server = await ScriptedServer.start({ replies: { NOOP: (socket) => socket.resetAndDestroy() } });
    await using session = await open(server);

    expect(await session.command('NOOP')).toMatchObject({ kind: 'closed', how: 'reset' });
  });

  test('says goodbye on its own is heard by the next command', async () => {
    await using server = await ScriptedServer.start({
      greeting: (socket) => socket.end('220 Hi\r\n421 4.3.2 Bye\r\n'),
    });
    await using session = await open(server);

    expect(await session.ehlo()).toMatchObject({ kind: 'reply', code: 421 });
    expect(await session.ehlo()).toMatchObject({ kind: 'closed', how: 'end-of-file' });
  });

  test('gives two replies to one command is found out, in their order', async () => {
    await using server = await ScriptedServer.start({ replies: { RSET: ['250 one', '250 two'] } });
    await using session = await open(server);

    expect(await session.command('RSET')).toMatchObject({ lines: ['one'] });
    expect(await session.command('NOOP')).toMatchObject({ lines: ['two'] });
    expect(await session.readAnswer()).toMatchObject({ lines: ['2.0.0 Ok'] });
  });

  test('answers commands sent at once is read answer by answer', async () => {
    await using server = await ScriptedServer.start({ replies: { RCPT: ['550 5.1.1 no'] } });
    await using session = await open(server);

    session.send('MAIL FROM:<>\r\nRCPT TO:<x@example.net>\r\nDA');
    session.send('TA\r\n.\r\n');
    const answers = await Promise.all([session.readAnswer(), session.readAnswer(), session.readAnswer()]);

    expect(answers).toMatchObject([{ code: 250 }, { code: 550 }, { code: 354 }]);
    expect(server.received).toEqual(['MAIL FROM:<>', 'RCPT TO:<x@example.net>', 'DATA', '.']);
  });

  test('speaks another protocol is garbage, line by line', async () => {
    await using server = await ScriptedServer.start({ greeting: ['HTTP/1.1 400 Bad Request', 'Server: x'] });
    await using session = await open(server);

    expect(session.greeting).toMatchObject({ kind: 'garbage', text: 'HTTP/1.1 400 Bad Request' });
    expect(await session.readAnswer()).toMatchObject({ kind: 'garbage', text: 'Server: x' });
  });

  test('sends a line without end is given up', async () => {
    await using server = await ScriptedServer.start({
      greeting: (socket) => flood(socket, Buffer.alloc(1 << 16, '2')),
    });
    await using session = await open(server);

    expect(session.greeting).toMatchObject({ kind: 'garbage', problem: 'a line is longer than 8192 bytes' });
    expect(await session.ehlo()).toMatchObject({
      kind: 'closed',
      how: 'reset',
      detail: expect.stringMatching(/^given up/),
    });
  });

  test('never stops talking waits until somebody listens', async () => {
    const replies = Buffer.from('250 2.0.0 Ok\r\n'.repeat(1000));
    await using server = await ScriptedServer.start({ greeting: (socket) => flood(socket, replies) });
    await using talkative = await open(server);
    await using silent = await ScriptedServer.start({ greeting: [] });
    await using meanwhile = await open(silent, { timeoutMs: 100 });

    expect(meanwhile.greeting).toMatchObject({ kind: 'silence' });
    expect(talkative.transcript.entries.length).toBeLessThan(10_000);

    for (let heard = 0; heard < 6000; heard++) await talkative.readAnswer();
    expect(await talkative.readAnswer()).toMatchObject({ code: 250 });
  });
});

describe('TLS at once', () => {
  test('comes before the greeting', async () => {
    await using server = await ScriptedServer.start({ tls: {} });
    await using session = await open(server, { security: 'implicit-tls' });

    expect(session.greeting).toMatchObject({ kind: 'reply', code: 220 });
    expect(session.tls).toMatch(/^TLSv1\.3 /);
    expect(session.transcript.entries.map(({ tls }) => tls)).toEqual([false, true, true]);
  });

  test('may be as old as TLS 1.0', async () => {
    await using server = await ScriptedServer.start({
      tls: { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
    });
    await using session = await open(server, { security: 'implicit-tls' });

    expect(session.tls).toMatch(/^TLSv1 /);
  });

  test('fails against a server that speaks plain text', async () => {
    await using server = await ScriptedServer.start();
    await using session = await open(server, { security: 'implicit-tls' });

    expect(session.greeting).toMatchObject({ kind: 'closed', how: 'tls-failure' });
    expect(session.tls).toBeUndefined();
  });

  test('fails against a server that hangs up on it', async () => {
    await using server = await ScriptedServer.start({ greeting: (socket) => socket.end() });
    await using session = await open(server, { security: 'implicit-tls' });

    expect(session.greeting).toMatchObject({ kind: 'closed', how: 'tls-failure' });
  });

  test('meets the silence of a server that does not answer', async () => {
    await using server = await ScriptedServer.start({ greeting: [] });
    await using session = await open(server, { security: 'implicit-tls', timeoutMs: 50 });

    expect(session.greeting).toMatchObject({ kind: 'silence' });
  });

  test('ends the file where the server dies after the handshake', async () => {
    await using server = await ScriptedServer.start({ tls: {}, greeting: (socket) => socket.end() });
    await using session = await open(server, { security: 'implicit-tls' });

    expect(session.greeting).toMatchObject({ kind: 'closed', how: 'end-of-file' });
  });
});

describe('STARTTLS', () => {
  const afterReady = (next: (socket: net.Socket) => void): Script => ({
    replies: {
      STARTTLS: (socket) => {
        socket.write('220 2.0.0 Ready to start TLS\r\n');
        next(socket);
      },
    },
  });

  test('leaves the connection as it was where it is refused', async () => {
    await using server = await ScriptedServer.start({ replies: { STARTTLS: ['454 4.7.0 TLS not available'] } });
    await using session = await open(server);

    expect(await session.startTls()).toMatchObject({ code: 454 });
    expect(await session.command('NOOP')).toMatchObject({ code: 250 });
  });

  test.each<[string, (socket: net.Socket) => void]>([
    ['answers with plain text', (socket) => socket.write('250 2.0.0 not TLS\r\n'.repeat(10))],
    ['hangs up', (socket) => socket.end()],
    ['resets', (socket) => socket.resetAndDestroy()],
  ])('fails against a server that %s', async (_, next) => {
    await using server = await ScriptedServer.start({ replies: { STARTTLS: onClientHello(next) } });
    await using session = await open(server);

    expect(await session.startTls()).toMatchObject({ kind: 'closed', how: 'tls-failure' });
    expect(await session.ehlo()).toMatchObject({ kind: 'closed', how: 'tls-failure', afterMs: 0 });
  });

  test('fails against a server that does not answer', async () => {
    await using server = await ScriptedServer.start(afterReady((socket) => socket.removeAllListeners('data')));
    await using session = await open(server, { timeoutMs: 50 });

    expect(await session.startTls()).toMatchObject({ how: 'tls-failure', detail: 'no TLS handshake in 50 ms' });
  });

  test('fails against a server that is ready and gone', async () => {
    await using server = await ScriptedServer.start(afterReady((socket) => socket.end()));
    await using session = await open(server);

    expect(await session.startTls()).toMatchObject({ kind: 'closed' });
  });

  test('is over where the server dies after the handshake', async () => {
    await using server = await ScriptedServer.start(afterReady((socket) => acceptTls(socket, () => socket.destroy())));
    await using session = await open(server);

    expect(await session.startTls()).toMatchObject({ code: 220 });
    expect(await session.ehlo()).toMatchObject({ kind: 'closed', how: 'end-of-file' });
  });

  test('forgets half a reply that was said before, and shows a whole one', async () => {
    await using server = await ScriptedServer.start({
      replies: {
        STARTTLS: (socket) => {
          socket.write('220 Ready\r\n250 injected\r\n250-AUTH');
          acceptTls(socket, (secure) => secure.end('250 inside\r\n'));
        },
      },
    });
    await using session = await open(server);

    await session.startTls();

    expect(await session.readAnswer()).toMatchObject({ lines: ['injected'] });
    expect(await session.readAnswer()).toMatchObject({ lines: ['inside'] });
    expect(textsOf(session)).toContain('discarded "250-AUTH"');
  });

  test('may carry a command that is sent in plain text', async () => {
    await using server = await ScriptedServer.start({ replies: { STARTTLS: ['454 4.7.0 no'] } });
    await using session = await open(server);

    await session.startTls('NOOP\r\n');
    await session.readAnswer();

    expect(server.received).toEqual(['STARTTLS', 'NOOP']);
  });
});

function resources(): number {
  return process.getActiveResourcesInfo().filter((type) => /^(TCP|TLS|Connect|Timeout)/.test(type)).length;
}

interface Choices {
  readonly security?: 'plain' | 'implicit-tls';
  readonly timeoutMs?: number;
}

function open(
  { port, host = '127.0.0.1' }: { port: number; host?: string },
  choices: Choices = {},
): Promise<WireSession> {
  const { security = 'plain', timeoutMs = 1000 } = choices;
  return WireSession.open({ host, port, title: 'test', security, clientName: 'client.example.org', timeoutMs });
}

/** Says that it is ready for TLS, and does something else when the client begins with it. */
function onClientHello(move: (socket: net.Socket) => void): (socket: net.Socket) => void {
  return (socket) => {
    socket.write('220 2.0.0 Ready to start TLS\r\n');
    socket
      .removeAllListeners('data')
      .once('data', () => move(socket))
      .resume();
  };
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
