import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tls from 'node:tls';
import { type CertificateAndKey, CertificateAuthority } from '../../../helpers/world/certificate-authority';

const authority = new CertificateAuthority();
const server = authority.forServer('mail.example.test');
const user = authority.forUser('alice@example.test');

test('A server has a certificate for its name, and behind it that of who issued it', () => {
  const [own, issuer] = chainOf(server);

  expect(own?.checkHost('mail.example.test')).toBe('mail.example.test');
  expect(own?.checkHost('other.example.test')).toBeUndefined();
  expect(own?.checkIssued(issuer as X509Certificate)).toBe(true);
  expect(issuer?.checkIssued(new X509Certificate(authority.root))).toBe(true);
});

test('A user has a certificate with the name and the address', () => {
  const [own] = chainOf(user);

  expect(own?.subject).toBe('CN=alice@example.test');
  expect(own?.checkEmail('alice@example.test')).toBe('alice@example.test');
});

test('Both are of today, and those of every authority are others', () => {
  const [own] = chainOf(server);
  const now = Date.now();

  expect(Date.parse(own?.validFrom ?? '')).toBeLessThan(now);
  expect(Date.parse(own?.validTo ?? '')).toBeGreaterThan(now);
  expect(new CertificateAuthority().root).not.toBe(authority.root);
});

test.each([
  ['takes a server and a user of the authority', authority.root, server, 'mail.example.test', user, 'TLSv1.3 true'],
  [
    'does not take a server of another',
    new CertificateAuthority().root,
    server,
    'mail.example.test',
    user,
    'unable to',
  ],
  ['does not take a server of another name', authority.root, server, 'other.example.test', user, 'does not match'],
  [
    'does not take one that lacks its issuer',
    authority.root,
    alone(server),
    'mail.example.test',
    user,
    'unable to verify',
  ],
  ['does not take a user for a server', authority.root, user, 'alice@example.test', user, 'unsuitable|does not match'],
  [
    'shows a user of another authority, who is not taken',
    authority.root,
    server,
    'mail.example.test',
    new CertificateAuthority().forUser('alice'),
    'TLSv1.3 false',
  ],
] as const)('TLS %s', async (_words, ca, shown, servername, client, expected) => {
  await expect(handshake(ca, shown, servername, client)).resolves.toMatch(new RegExp(expected));
});

test('OpenSSL, asked to be strict, finds nothing wrong with them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  const path = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  try {
    for (const [one, purpose] of [
      [server, 'sslserver'],
      [user, 'sslclient'],
    ] as const) {
      const files = [
        '-CAfile',
        path('root', authority.root),
        '-untrusted',
        path('chain', one.cert),
        path('own', one.cert),
      ];

      const { stdout, stderr, error } = spawnSync('openssl', ['verify', '-x509_strict', '-purpose', purpose, ...files]);

      // It is on every machine on which this is likely to be changed.
      if (!error) expect(`${stdout}${stderr}`).toMatch(/: OK\n$/);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function chainOf({ cert }: CertificateAndKey): readonly X509Certificate[] {
  return cert.split(/(?<=-----END CERTIFICATE-----\n)/).map((pem) => new X509Certificate(pem));
}

/** As a server that was not given the whole chain. */
function alone({ cert, key }: CertificateAndKey): CertificateAndKey {
  return { cert: cert.split(/(?<=-----END CERTIFICATE-----\n)/)[0] ?? '', key };
}

/** What the client says of the server, and the server of the client. */
async function handshake(ca: string, shown: CertificateAndKey, servername: string, client: CertificateAndKey) {
  const listener = tls.createServer({ ...shown, ca: authority.root, requestCert: true, rejectUnauthorized: false });
  listener.on('secureConnection', (socket) => socket.on('error', () => {}).end(String(socket.authorized)));
  listener.on('tlsClientError', () => {});
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const socket = tls.connect({ port, host: '127.0.0.1', ca, servername, ...client });
  try {
    const [answer] = await once(socket, 'data');
    return `${socket.getProtocol()} ${answer}`;
  } catch (error) {
    return (error as Error).message;
  } finally {
    socket.destroy();
    listener.close();
  }
}
