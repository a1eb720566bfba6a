import type { Security } from '../../../helpers/model/vantage';
import type { NodemailerOptions } from '../../../helpers/smtp/nodemailer-session';
import { RealServer } from './real-server';
import { acceptTls, type Script, ScriptedServer } from './scripted-server';
import { message, send } from './send';
import { textsOf } from './texts-of';

const credentials = { user: 'alice', password: 'Passw0rd!' };
describe.each<Security>(['plain', 'starttls', 'implicit-tls'])('over %s', (security) => {
  test.concurrent.each(['PLAIN', 'LOGIN', 'CRAM-MD5', undefined] as const)(
    'a mail is sent, logged in by %s',
    async (method) => {
      await using server = await RealServer.start({ secure: security === 'implicit-tls' });

      const result = await send(server, { security, credentials, method });

      expect(result.outcome).toEqual({
        kind: 'sent',
        response: { kind: 'reply', code: 250, enhanced: undefined, lines: ['Ok: queued'] },
        accepted: ['bob@example.net'],
        rejected: [],
      });
      expect(server.taken).toEqual([{ user: 'alice', secure: security !== 'plain', message }]);
      expect(textsOf(result)).toContain(
        `AUTH ${method ?? 'PLAIN'}${method === 'LOGIN' || method === 'CRAM-MD5' ? '' : ' <secret>'}`,
      );
      expect(textsOf(result).join()).not.toMatch(/YWxpY2U|UGFzc3cw|AGFsaWNl/);
    },
  );
});

describe('the transcript', () => {
  test('is that of a wire session: what was said, to whom, inside TLS or not', async () => {
    await using server = await RealServer.start({ disabledCommands: [], hidePIPELINING: true, hideSMTPUTF8: true });

    const { transcript } = await send(server, { security: 'starttls', credentials, method: 'LOGIN' });

    expect(transcript.title).toBe('test');
    expect(transcript.entries.map(({ from, text, tls }) => `${from}${tls ? ' (TLS)' : ''}: ${text}`)).toEqual([
      expect.stringMatching(/^note: Connection established to 127\.0\.0\.1:\d+$/),
      'server: 220 mail.example.test ESMTP',
      'client: EHLO client.example.org',
      'server: 250-mail.example.test Nice to meet you, [127.0.0.1]',
      'server: 250-8BITMIME',
      'server: 250-AUTH PLAIN LOGIN CRAM-MD5',
      'server: 250 STARTTLS',
      'client: STARTTLS',
      'server: 220 Ready to start TLS',
      expect.stringMatching(/^note \(TLS\): TLS: TLSv1\.3 TLS_/),
      'client (TLS): EHLO client.example.org',
      'server (TLS): 250-mail.example.test Nice to meet you, [127.0.0.1]',
      'server (TLS): 250-8BITMIME',
      'server (TLS): 250 AUTH PLAIN LOGIN CRAM-MD5',
      'client (TLS): AUTH LOGIN',
      'server (TLS): 334 VXNlcm5hbWU6',
      'client (TLS): <secret>',
      'server (TLS): 334 UGFzc3dvcmQ6',
      'client (TLS): <secret>',
      'server (TLS): 235 Authentication successful',
      'client (TLS): MAIL FROM:<alice@example.test>',
      'server (TLS): 250 Accepted',
      'client (TLS): RCPT TO:<bob@example.net>',
      'server (TLS): 250 Accepted',
      'client (TLS): DATA',
      'server (TLS): 354 End data with <CR><LF>.<CR><LF>',
      expect.stringMatching(/^client \(TLS\): <message of \d+ bytes>$/),
      'server (TLS): 250 Ok: queued',
      'client (TLS): QUIT',
      'server (TLS): 221 Bye',
    ]);
  });

  test('has the secrets themselves for whoever asks for them', async () => {
    await using server = await RealServer.start();

    const plain = await send(server, { credentials, method: 'PLAIN', showSecrets: true });
    const login = await send(server, { credentials, method: 'LOGIN', showSecrets: true });

    expect(textsOf(plain)).toContain('AUTH PLAIN AGFsaWNlAFBhc3N3MHJkIQ==');
    expect(textsOf(login)).toEqual(expect.arrayContaining(['YWxpY2U=', 'UGFzc3cwcmQh']));
  });
});

describe('security', () => {
  test('of plain never becomes more, though the server offers it', async () => {
    await using server = await ScriptedServer.start({ replies: { EHLO: ['250-mail.example.test', '250 STARTTLS'] } });

    const { outcome } = await send(server, { security: 'plain' });

    expect(outcome.kind).toBe('sent');
    expect(server.received).not.toContain('STARTTLS');
  });

  test('of STARTTLS never becomes less: nothing is sent where the server can not', async () => {
    await using server = await ScriptedServer.start({
      replies: { STARTTLS: ['502 5.5.1 Error: command not implemented'] },
    });

    const { outcome } = await send(server, { security: 'starttls', credentials });

    expect(outcome).toMatchObject({ kind: 'refused', code: 'ETLS', responseCode: 502, command: 'STARTTLS' });
    expect(server.received).toEqual(['EHLO client.example.org', 'STARTTLS']);
  });
});

describe('a mail is refused', () => {
  const refused = (code: string, responseCode: number | undefined, command: string) =>
    expect.objectContaining({ kind: 'refused', code, responseCode, command });

  test.each<[string, Script, unknown]>([
    ['greeting', { greeting: ['554 5.7.1 No service'] }, refused('EPROTOCOL', 554, 'CONN')],
    ['AUTH', { replies: { AUTH: ['535 5.7.8 Error'] } }, refused('EAUTH', 535, 'AUTH PLAIN')],
    ['MAIL', { replies: { MAIL: ['450 4.1.8 Domain not found'] } }, refused('EENVELOPE', 450, 'MAIL FROM')],
    [
      'RCPT',
      { replies: { AUTH: ['235 Ok'], RCPT: ['454 4.7.1 Relay access denied'] } },
      refused('EENVELOPE', 454, 'RCPT TO'),
    ],
    ['message', { replies: { AUTH: ['235 Ok'], '.': ['552 5.3.4 Too big'] } }, refused('EMESSAGE', 552, 'DATA')],
  ])('at the %s, with its reply, and leave is taken', async (_, script, outcome) => {
    await using server = await ScriptedServer.start(script);

    const result = await send(server, { credentials });

    expect(result.outcome).toEqual(outcome);
    if (!script.greeting) expect(server.received.at(-1)).toBe('QUIT');
  });

  test('at AUTH by a server that quotes the password, which nobody sees', async () => {
    await using server = await ScriptedServer.start({ replies: { AUTH: ['535 5.7.8 no Passw0rd!'] } });

    const result = await send(server, { credentials });

    expect(result.outcome).toMatchObject({ kind: 'refused', response: '535 5.7.8 no <secret>' });
    expect(JSON.stringify(result)).not.toContain('Passw0rd!');
  });

  test('for some recipients and sent to the others', async () => {
    let count = 0;
    await using server = await ScriptedServer.start({
      replies: { RCPT: (socket) => socket.write(count++ === 0 ? '550 5.1.1 no\r\n' : '250 2.1.5 Ok\r\n') },
    });

    const { outcome } = await send(server, { to: ['a@example.net', 'b@example.net'] });

    expect(outcome).toMatchObject({ kind: 'sent', accepted: ['b@example.net'], rejected: ['a@example.net'] });
  });

  test('where the server offers no AUTH to somebody who wants to log in', async () => {
    await using server = await ScriptedServer.start({
      replies: { AUTH: ['503 5.5.1 Error: authentication not enabled'] },
    });

    const { outcome } = await send(server, { credentials });

    expect(outcome).toMatchObject({ kind: 'refused', code: 'EAUTH', responseCode: 503 });
    expect(server.received.map((line) => line.split(' ')[0])).toEqual(['EHLO', 'AUTH', 'QUIT']);
  });
});

describe('no mail is sent', () => {
  test.each<[string, Script, Partial<NodemailerOptions>, string]>([
    ['says nothing', { greeting: [] }, { timeoutMs: 50 }, 'ETIMEDOUT'],
    ['falls silent', { replies: { MAIL: [] } }, { timeoutMs: 200 }, 'ETIMEDOUT'],
    ['hangs up at once', { greeting: (socket) => socket.end() }, {}, 'ECONNECTION'],
    ['hangs up within AUTH', { replies: { AUTH: (socket) => socket.end() } }, { credentials }, 'ECONNECTION'],
    [
      'hangs up within DIGEST-MD5',
      { replies: { AUTH: (socket) => socket.end() } },
      { credentials, method: 'DIGEST-MD5' },
      'ECONNECTION',
    ],
    ['resets', { replies: { MAIL: (socket) => socket.resetAndDestroy() } }, {}, 'ESOCKET'],
    ['speaks another protocol', { greeting: ['HTTP/1.1 400 Bad Request'] }, {}, 'EPROTOCOL'],
    ['speaks no TLS', {}, { security: 'implicit-tls' }, 'ESOCKET'],
    ['dies after STARTTLS', { replies: { STARTTLS: dieInTls } }, { security: 'starttls' }, 'ECONNECTION'],
  ])('by a server that %s', async (_, script, options, code) => {
    await using server = await ScriptedServer.start(script);

    const { outcome, transcript } = await send(server, options);

    expect(outcome).toMatchObject({ kind: 'refused', code });
    expect(transcript.entries.some(({ from }) => from === 'note')).toBe(true);
  });

  test('where nobody listens', async () => {
    const server = await ScriptedServer.start();
    const { port } = server;
    await server[Symbol.asyncDispose]();

    expect((await send({ port })).outcome).toMatchObject({
      kind: 'refused',
      code: 'ESOCKET',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

test('What became of a mail does not depend on how a server takes the farewell', async () => {
  await using server = await ScriptedServer.start({ replies: { QUIT: (socket) => socket.resetAndDestroy() } });

  expect((await send(server)).outcome.kind).toBe('sent');
});

describe('DIGEST-MD5, which Nodemailer lacks,', () => {
  const challenge = Buffer.from('realm="example.test",nonce="n",qop="auth",charset=utf-8').toString('base64');

  test('answers the challenge with our mechanism', async () => {
    await using server = await ScriptedServer.start({
      replies: { AUTH: [`334 ${challenge}`], OTHER: ['235 2.7.0 Ok'] },
    });

    const { outcome } = await send(server, { credentials, method: 'DIGEST-MD5' });

    expect(outcome.kind).toBe('sent');
    expect(server.received[1]).toBe('AUTH DIGEST-MD5');
    expect(Buffer.from(server.received[2] ?? '', 'base64').toString()).toMatch(
      /^charset=utf-8,username="alice",realm="example\.test",.*digest-uri="smtp\/127\.0\.0\.1"/,
    );
  });

  test('is refused as any other', async () => {
    await using server = await ScriptedServer.start({
      replies: { AUTH: [`334 ${challenge}`], OTHER: ['535 5.7.8 no'] },
    });

    const { outcome } = await send(server, { credentials, method: 'DIGEST-MD5' });

    expect(outcome).toMatchObject({ kind: 'refused', code: 'EAUTH', responseCode: 535, command: 'AUTH DIGEST-MD5' });
  });

  test('does not believe a server that does not know the password', async () => {
    const proof = Buffer.from('rspauth=0').toString('base64');
    await using server = await ScriptedServer.start({
      replies: { AUTH: [`334 ${challenge}`], OTHER: [`334 ${proof}`], '*': ['501 5.7.0 Aborted'] },
    });

    const { outcome } = await send(server, { credentials, method: 'DIGEST-MD5' });

    expect(outcome).toMatchObject({
      kind: 'refused',
      code: 'EAUTH',
      message: expect.stringContaining('does not prove'),
    });
  });
});

function dieInTls(socket: Parameters<typeof acceptTls>[0]): void {
  socket.write('220 2.0.0 Ready to start TLS\r\n');
  acceptTls(socket, () => socket.destroy());
}
