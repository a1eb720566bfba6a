import { createServer as createWebServer } from 'node:http';
import { createServer as createTlsWebServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { deadPortInWords } from '../../../helpers/targets/dead-port';
import { lookAtPorts } from '../../../helpers/targets/look-at-ports';
import { startRunning } from '../../../helpers/targets/start-running';
import { CertificateAuthority } from '../../../helpers/world/certificate-authority';
import { answering, drip, greet, listening, refusesLogins } from './odd-servers';

const service = { port: 25, role: 'smtp' } as const;
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
  [
    'a connection that is closed at once',
    (socket: Socket) => socket.end(),
    'it closes the connection at once, without a greeting',
  ],
  [
    'a greeting that refuses',
    (socket: Socket) => socket.write('554 no\r\n'),
    'its greeting is 554 “no”, as of a server that serves nobody, or not this client',
  ],
  [
    '421 at EHLO',
    (socket: Socket) => greet(socket, '421 4.3.2 later\r\n'),
    'its answer to EHLO is 421 “4.3.2 later”, as of a server',
  ],
  [
    'what is no reply at EHLO',
    (socket: Socket) => greet(socket, '\x01\x02garbage\r\n'),
    'its answer to EHLO is no reply of SMTP',
  ],
  [
    'a greeting of 10 MB',
    (socket: Socket) => socket.write(`220-${'x'.repeat(10_000_000)}`),
    'no reply of SMTP (a line is longer than 8192 bytes)',
  ],
  [
    'a greeting without an end',
    (socket: Socket) => socket.write('220-and so on\r\n'.repeat(1000)),
    'no reply of SMTP (no end of a reply within 128 lines)',
  ],
  [
    'a connection that is reset',
    (socket: Socket) =>
      greet(
        socket.once('data', () => socket.resetAndDestroy()),
        '',
      ),
    'it greets, and resets the connection at once after EHLO',
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
    new RegExp(`no mail server answers there: 127.0.0.1\n {2}${server.port}: the port is closed: .*ECONNREFUSED`),
  );
});

test('of several ports each that is none of a mail server is told', async () => {
  await using first = await listening(createServer((socket) => socket.write('SSH-2.0-x\r\n')));
  await using second = await listening(createServer((socket) => socket.end()));

  await expect(startRunning({ ...running, ports: [first.port, second.port] })).rejects.toThrow(
    new RegExp(`${first.port}: that is an SSH server: .*\n {2}${second.port}: it closes the connection at once`),
  );
});

// Known only when nothing has come for as long as an answer may take: for users that is ten seconds.
describe('what keeps its clients waiting', () => {
  const limitMs = 500;

  async function waitedFor(server: Server): Promise<string> {
    await using there = await listening(server);
    const { dead } = await lookAtPorts('127.0.0.1', [there.port], limitMs);
    return dead.map(deadPortInWords).join('\n');
  }

  test.concurrent('a mute port is told', async () => {
    expect(await waitedFor(createServer(() => {}))).toMatch(
      /it takes the connection, and nothing came within [\d.]+ s, in clear or in TLS/,
    );
  }, 60_000);

  test.concurrent('one that greets and says nothing to EHLO is told', async () => {
    expect(await waitedFor(createServer((socket) => greet(socket, '')))).toMatch(
      /it greets, and nothing came within [\d.]+ s after EHLO/,
    );
  }, 60_000);

  test.concurrent('a drip is told with what has come of it', async () => {
    expect(await waitedFor(createServer(drip))).toMatch(/its greeting has no end within [\d.]+ s: “220/);
  }, 60_000);

  test.concurrent('one that breaks off a handshake is told as that', async () => {
    expect(await waitedFor(createServer((socket) => socket.once('data', () => socket.end())))).toMatch(
      /no TLS comes about, which is to come first there: closed by the server within the TLS handshake/,
    );
  }, 60_000);

  test.concurrent('a web server is, which speaks when spoken to', async () => {
    expect(await waitedFor(createWebServer())).toMatch(/that is a web server: “HTTP\/1\.1 400 Bad Request/);
  }, 60_000);

  test.concurrent('a web server that speaks TLS is, by what it says in TLS', async () => {
    const certified = new CertificateAuthority().forServer('a.example');

    expect(await waitedFor(createTlsWebServer(certified))).toMatch(/in TLS, that is a web server: “HTTP\/1\.1 400/);
  }, 60_000);

  test.concurrent('one that greets after a while is a mail server all the same', async () => {
    const late = (socket: Socket) => setTimeout(() => greet(socket, '250 mail.example\r\n'), 1_500);
    await using server = await listening(createServer(late));

    const { served } = await lookAtPorts('127.0.0.1', [server.port]);

    expect(served).toMatchObject([{ service: { port: 25, role: 'smtp' } }]);
  }, 60_000);

  test.concurrent('a port of any number that wants TLS first is asked in TLS, as 465 is', async () => {
    await using server = await listening(
      createTlsServer(new CertificateAuthority().forServer('a.example'), refusesLogins),
    );

    const since = performance.now();
    const { served } = await lookAtPorts('127.0.0.1', [server.port]);

    expect(served).toMatchObject([{ service: { port: 465, role: 'submissions', listens: server.port } }]);
    // No greeting in clear is waited for to the end.
    expect(performance.now() - since).toBeLessThan(9_000);
  }, 60_000);
});

test.each([500, 502])('a server that answers EHLO with %i and takes HELO is asked', async (code) => {
  await using server = await listening(createServer(answering({ EHLO: `${code} what?` })));

  await using target = await startRunning({ ...running, ports: [server.port] });

  expect(target.facts).toMatchObject({ ports: [{ port: 25, role: 'smtp', listens: server.port }], starttls: [] });
  expect((await target.summary()).seen).toEqual([`${server.port} (smtp): HELO and no EHLO, so neither TLS nor AUTH`]);
});

test('one that refuses HELO too is told by what it said to EHLO', async () => {
  const words = 'its answer to EHLO is 502 “what?”';

  expect(await told(answering({ EHLO: '502 what?', HELO: '554 go away' }))).toContain(words);
});

test('a server that comes later is waited for as long as it may take', async () => {
  const late = createServer((socket) => greet(socket, '250 mail.example\r\n'));
  const place = await listening(createServer());
  await place[Symbol.asyncDispose]();
  const started = startRunning({ ...running, ports: [place.port], readyTimeoutMs: 20_000 });
  await using _late = await listening(late, place.port);

  await using target = await started;
  expect(target.facts.ports).toEqual([{ port: 25, role: 'smtp', listens: place.port }]);
}, 30_000);

test('a login that is refused is one sentence, and blames no server', async () => {
  await using server = await listening(createServer(refusesLogins));
  const user = { name: 'alice', password: 'wrong-horse' };

  await expect(startRunning({ ...running, ports: [server.port], user })).rejects.toThrow(
    new RegExp(`^the login given does not work: the server refuses alice by PLAIN on ${server.port}: 535 5\\.7\\.8 no`),
  );
});

test('ports are known by what they speak: the first that takes logins as 587, the first that takes none as 25', async () => {
  await using submission = await listening(createServer(refusesLogins));
  await using relay = await listening(createServer((socket) => greet(socket, '250 mail.example\r\n')));

  await using target = await startRunning({ ...running, ports: [submission.port, relay.port] });

  expect(target.facts.ports).toEqual([
    { port: 587, role: 'submission', listens: submission.port },
    { port: 25, role: 'smtp', listens: relay.port },
  ]);
});

test.each([
  ['a name that nobody has', 'getaddrinfo ENOTFOUND mail.nowhere.example', 'nobody has that name: getaddrinfo'],
  ['an address that no way leads to', 'connect ENETUNREACH 2001:db8::1:25', 'no way leads to that address: connect'],
  ['a connection that is reset at once', 'connect ECONNRESET 192.0.2.1:25', 'reset as soon as it is made: connect'],
])('%s is told with what the socket says', (_, detail, words) => {
  const instead = { kind: 'closed', how: 'refused', afterMs: 1, detail } as const;

  expect(
    deadPortInWords({ service, command: 'the connection', instead, connected: false, tls: 'not tried' }),
  ).toContain(words);
});

test.each([
  [
    'what speaks in clear where TLS comes first',
    '809C:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/openssl/ssl3_record.c:350:\n',
    '465: no TLS comes about, which is to come first there: wrong version number, as where a server speaks in clear',
  ],
  [
    'a handshake that is broken off',
    'closed by the server within the TLS handshake',
    '465: no TLS comes about, which is to come first there: closed by the server within the TLS handshake',
  ],
])('%s is told in a line', (_, detail, words) => {
  const instead = { kind: 'closed', how: 'tls-failure', afterMs: 1, detail } as const;
  const submissions = { port: 465, role: 'submissions' } as const;

  expect(
    deadPortInWords({
      service: submissions,
      command: 'the connection',
      instead,
      connected: true,
      tls: 'tried in vain',
    }),
  ).toBe(words);
});

test('a connection that never comes about is none that is taken and left without a word', () => {
  const instead = { kind: 'silence', afterMs: 10_000, partial: '' } as const;

  expect(deadPortInWords({ service, command: 'the connection', instead, connected: false, tls: 'not tried' })).toBe(
    '25: no connection comes about within 10 s: a firewall drops it, or nobody has that address',
  );
});
