import { createHash, X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { connect } from './open-session';
import { ScriptedServer } from './scripted-server';
import { selfSigned } from './self-signed';

// The server says what it has on its own side of the session.
const replies = {
  EXPORT: (socket: object) => {
    const own = (socket as TLSSocket).exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0));
    (socket as TLSSocket).write(`250 ${own.toString('hex')}\r\n`);
  },
  FINISHED: (socket: object) => {
    (socket as TLSSocket).write(`250 ${(socket as TLSSocket).getPeerFinished()?.toString('hex')}\r\n`);
  },
};

test('Under TLS 1.3 both ends have the same tls-exporter, and there is no tls-unique', async () => {
  await using server = await ScriptedServer.start({ tls: {}, replies });
  await using session = await connect(server, { security: 'implicit-tls' });

  const own = session.channelBinding();

  expect(own?.type).toBe('tls-exporter');
  expect(await session.command('EXPORT')).toMatchObject({ lines: [own?.data.toString('hex')] });
  expect(session.channelBinding('tls-unique')).toBeUndefined();
});

test('Before TLS 1.3 both ends have the same tls-unique', async () => {
  await using server = await ScriptedServer.start({ tls: { maxVersion: 'TLSv1.2' }, replies });
  await using session = await connect(server, { security: 'implicit-tls' });

  const own = session.channelBinding();

  expect(own?.type).toBe('tls-unique');
  expect(await session.command('FINISHED')).toMatchObject({ lines: [own?.data.toString('hex')] });
});

test('tls-server-end-point is the hash of the certificate', async () => {
  await using server = await ScriptedServer.start({ tls: {} });
  await using session = await connect(server, { security: 'implicit-tls' });

  const certificate = new X509Certificate(selfSigned.cert).raw;

  expect(session.channelBinding('tls-server-end-point')?.data).toEqual(
    createHash('sha256').update(certificate).digest(),
  );
});

test('Without TLS there is nothing to tie a login to', async () => {
  await using server = await ScriptedServer.start();
  await using session = await connect(server);

  expect(session.channelBinding()).toBeUndefined();
});
