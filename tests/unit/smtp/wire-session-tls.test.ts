import type * as net from 'node:net';
import { connect } from './open-session';
import { acceptTls, type Script, ScriptedServer } from './scripted-server';
import { textsOf } from './texts-of';

describe('TLS at once', () => {
  test('comes before the greeting', async () => {
    await using server = await ScriptedServer.start({ tls: {} });
    await using session = await connect(server, { security: 'implicit-tls' });

    expect(session.greeting).toMatchObject({ kind: 'reply', code: 220 });
    expect(session.tls).toMatch(/^TLSv1\.3 /);
    expect(session.transcript.entries.map(({ tls }) => tls)).toEqual([false, true, true, true]);
    expect(session.certificateNames).toEqual(['mail.example.test']);
  });

  test('may be as old as TLS 1.0', async () => {
    await using server = await ScriptedServer.start({
      tls: { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
    });
    await using session = await connect(server, { security: 'implicit-tls' });

    expect(session.tls).toMatch(/^TLSv1 /);
  });

  test('fails against a server that speaks plain text', async () => {
    await using server = await ScriptedServer.start();
    await using session = await connect(server, { security: 'implicit-tls' });

    expect(session.greeting).toMatchObject({ kind: 'closed', how: 'tls-failure' });
    expect(session.tls).toBeUndefined();
  });

  test('fails against a server that hangs up on it', async () => {
    await using server = await ScriptedServer.start({ greeting: (socket) => socket.end() });
    await using session = await connect(server, { security: 'implicit-tls' });

    expect(session.greeting).toMatchObject({ kind: 'closed', how: 'tls-failure' });
  });

  test('meets the silence of a server that does not answer', async () => {
    await using server = await ScriptedServer.start({ greeting: [] });
    await using session = await connect(server, { security: 'implicit-tls', timeoutMs: 50 });

    expect(session.greeting).toMatchObject({ kind: 'silence' });
  });

  test('ends the file where the server dies after the handshake', async () => {
    await using server = await ScriptedServer.start({ tls: {}, greeting: (socket) => socket.end() });
    await using session = await connect(server, { security: 'implicit-tls' });

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
    await using session = await connect(server);

    expect(await session.startTls()).toMatchObject({ code: 454 });
    expect(await session.command('NOOP')).toMatchObject({ code: 250 });
  });

  test.each<[string, (socket: net.Socket) => void]>([
    ['answers with plain text', (socket) => socket.write('250 2.0.0 not TLS\r\n'.repeat(10))],
    ['hangs up', (socket) => socket.end()],
    ['resets', (socket) => socket.resetAndDestroy()],
  ])('fails against a server that %s', async (_, next) => {
    await using server = await ScriptedServer.start({ replies: { STARTTLS: onClientHello(next) } });
    await using session = await connect(server);

    expect(await session.startTls()).toMatchObject({ kind: 'closed', how: 'tls-failure' });
    expect(await session.ehlo()).toMatchObject({ kind: 'closed', how: 'tls-failure', afterMs: 0 });
  });

  test('fails against a server that does not answer', async () => {
    await using server = await ScriptedServer.start(afterReady((socket) => socket.removeAllListeners('data')));
    await using session = await connect(server, { timeoutMs: 400 });

    expect(await session.startTls()).toMatchObject({ how: 'tls-failure', detail: 'no TLS handshake in 400 ms' });
  });

  test('fails against a server that is ready and gone', async () => {
    await using server = await ScriptedServer.start(afterReady((socket) => socket.end()));
    await using session = await connect(server);

    expect(await session.startTls()).toMatchObject({ kind: 'closed' });
  });

  test('fails on a connection that is closed already, though a 220 was left unread', async () => {
    await using server = await ScriptedServer.start({
      greeting: (socket) => socket.end('220 Hi\r\n220 Hi\r\n250 Hi\r\n'),
    });
    await using session = await connect(server);
    while (!textsOf(session).includes('closed by the server')) await new Promise(setImmediate);

    expect(await session.startTls()).toMatchObject({ kind: 'closed', how: 'end-of-file' });
  });

  test('is over where the server dies after the handshake', async () => {
    await using server = await ScriptedServer.start(afterReady((socket) => acceptTls(socket, () => socket.destroy())));
    await using session = await connect(server);

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
    await using session = await connect(server);

    await session.startTls();

    expect(await session.readAnswer()).toMatchObject({ lines: ['injected'] });
    expect(await session.readAnswer()).toMatchObject({ lines: ['inside'] });
    expect(textsOf(session)).toContain('discarded "250-AUTH"');
  });

  test('may carry a command that is sent in plain text', async () => {
    await using server = await ScriptedServer.start({ replies: { STARTTLS: ['454 4.7.0 no'] } });
    await using session = await connect(server);

    await session.startTls('NOOP\r\n');
    await session.readAnswer();

    expect(server.received).toEqual(['STARTTLS', 'NOOP']);
  });
});

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
