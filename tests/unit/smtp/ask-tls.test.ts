import type * as tls from 'node:tls';
import { askTls } from '../../../helpers/smtp/ask-tls';
import {
  type ClientHello,
  encodeClientHello,
  parseHelloAnswer,
  type TlsVersion,
} from '../../../helpers/smtp/tls-hello';
import { acceptTls, ScriptedServer } from './scripted-server';
import { selfSigned } from './self-signed';

// ECDHE-ECDSA-AES128-GCM-SHA256, ECDHE-ECDSA-AES128-SHA; TLS_AES_128_GCM_SHA256
const [gcm, cbc, thirteen] = [0xc02b, 0xc009, 0x1301];
const rc4 = 0xc007;

const endpoint = (port: number, security: 'starttls' | 'implicit-tls' = 'implicit-tls') => ({
  host: '127.0.0.1',
  port,
  security,
  clientName: 'client.example.org',
  timeoutMs: 2_000,
});

async function ask(hello: ClientHello, options: tls.TlsOptions = {}) {
  await using server = await ScriptedServer.start({ tls: options });
  return await askTls(endpoint(server.port), hello);
}

const old = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

test.each<[TlsVersion, tls.TlsOptions, number]>([
  ['TLS 1.3', {}, thirteen],
  ['TLS 1.2', {}, gcm],
  ['TLS 1.1', old, cbc],
  ['TLS 1.0', old, cbc],
])('a server that takes %s is seen to', async (version, options, cipher) => {
  const answer = await ask({ versions: [version], ciphers: [thirteen, gcm, cbc] }, options);

  expect(answer).toMatchObject({ kind: 'hello', version, cipher });
});

test.each<[string, ClientHello, number]>([
  ['a version that it has not', { versions: ['TLS 1.0'], ciphers: [gcm, cbc] }, 70],
  ['ciphers that it has not', { versions: ['TLS 1.2'], ciphers: [rc4] }, 40],
])('a server that refuses %s is seen to', async (_, hello, description) => {
  expect(await ask(hello)).toEqual({ kind: 'alert', description });
});

test('before TLS 1.3 the certificate is seen, and that renegotiation is secure', async () => {
  const answer = await ask({ versions: ['TLS 1.2'], ciphers: [gcm], serverName: 'mail.example.test' });

  expect(answer).toMatchObject({ kind: 'hello', secureRenegotiation: true });
  const [certificate] = answer.kind === 'hello' ? answer.certificates : [];
  expect(certificate?.toString('base64')).toBe(selfSigned.cert.replace(/-----.*-----|\n/g, ''));
});

test('STARTTLS comes first where it has to', async () => {
  await using server = await ScriptedServer.start({
    replies: {
      STARTTLS: (socket) => {
        socket.write('220 2.0.0 Ready\r\n');
        acceptTls(socket, () => {});
      },
    },
  });

  expect(await askTls(endpoint(server.port, 'starttls'), { versions: ['TLS 1.2'], ciphers: [gcm] })).toMatchObject({
    kind: 'hello',
    cipher: gcm,
  });
  expect(server.received.slice(0, 2)).toEqual(['EHLO client.example.org', 'STARTTLS']);
});

test('a server that hangs up, or speaks no TLS, says nothing', async () => {
  await using silent = await ScriptedServer.start({ greeting: (socket) => socket.end() });
  await using plain = await ScriptedServer.start();
  const hello: ClientHello = { versions: ['TLS 1.2'], ciphers: [gcm] };

  expect(await askTls(endpoint(silent.port), hello)).toMatchObject({ kind: 'nothing' });
  expect(await askTls(endpoint(plain.port), hello)).toMatchObject({
    kind: 'nothing',
    words: expect.stringMatching(/^no TLS/),
  });
});

test('SSL 3.0 is asked for without extensions', () => {
  const bytes = encodeClientHello({ versions: ['SSL 3.0'], ciphers: [0x0005] });

  expect(bytes.toString('hex')).toBe(`160300002d010000290300${'5a'.repeat(32)}00000200050100`);
  expect(parseHelloAnswer(Buffer.from('15030000020228', 'hex'))).toEqual({ kind: 'alert', description: 40 });
});
