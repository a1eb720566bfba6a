import { hasCode } from '../../../helpers/smtp/answers';
import { anonymous } from '../../../helpers/smtp/sasl/anonymous';
import { cramMd5 } from '../../../helpers/smtp/sasl/cram-md5';
import { digestMd5 } from '../../../helpers/smtp/sasl/digest-md5';
import { external } from '../../../helpers/smtp/sasl/external';
import { login } from '../../../helpers/smtp/sasl/login';
import { oauthBearer } from '../../../helpers/smtp/sasl/oauthbearer';
import { plain } from '../../../helpers/smtp/sasl/plain';
import { xoauth2 } from '../../../helpers/smtp/sasl/xoauth2';
import { connect, open } from './open-session';
import { acceptTls, type Script, ScriptedServer } from './scripted-server';
import { textsOf } from './texts-of';

const user = { user: 'alice', password: 'Passw0rd!' };

describe('the commands', () => {
  test('of a mail transaction go out one by one, the addresses in angle brackets', async () => {
    await using server = await ScriptedServer.start();
    await using session = await connect(server);

    await session.mail('', 'AUTH=<>');
    await session.sendMail({ from: 'a@example.org', to: ['x@example.net', '@H:y@example.net'], message: 'Hi' });
    await session.quit();

    expect(server.received).toEqual([
      'MAIL FROM:<> AUTH=<>',
      'MAIL FROM:<a@example.org>',
      'RCPT TO:<x@example.net>',
      'RCPT TO:<@H:y@example.net>',
      'DATA',
      'Hi',
      '.',
      'QUIT',
    ]);
  });

  test('of a message double the dots that begin its lines', async () => {
    await using server = await ScriptedServer.start();
    await using session = await connect(server);

    const answer = await session.data('.\r\n..\r\nend.\r\n');

    expect(answer).toMatchObject({ kind: 'reply', code: 250 });
    expect(server.received).toEqual(['DATA', '..', '...', 'end.', '.']);
    expect(textsOf(session)).toContain('<message of 18 bytes>');
  });

  test('keep what EHLO told', async () => {
    await using server = await ScriptedServer.start({ replies: { EHLO: ['250-mail.example.test', '250 AUTH PLAIN'] } });
    await using session = await connect(server);
    expect(session.extensions).toBeUndefined();

    await session.ehlo();

    expect(session.extensions).toMatchObject({ domain: 'mail.example.test', authMechanisms: ['PLAIN'] });
    expect(server.received).toEqual(['EHLO client.example.org']);
  });

  test('of a client that says HELO where EHLO is unknown keep that there are no extensions', async () => {
    const replies = { EHLO: ['502 5.5.2 what?'], HELO: ['250-mail.example.test', '250 AUTH PLAIN'] };
    await using server = await ScriptedServer.start({ replies });
    await using session = await open(server, { heloInstead: true });

    expect(server.received).toEqual(['EHLO client.example.org', 'HELO client.example.org']);
    expect(session.extensions).toMatchObject({ domain: 'mail.example.test', keywords: {}, authMechanisms: [] });
    expect(session.knowsHeloAlone).toBe(true);
  });

  test('of any other client keep nothing then, as it says EHLO alone', async () => {
    await using server = await ScriptedServer.start({ replies: { EHLO: ['502 5.5.2 what?'] } });
    await using session = await open(server);

    expect(session.opened).toMatchObject({ code: 502 });
    expect(server.received).toEqual(['EHLO client.example.org']);
  });

  test('keep nothing of an EHLO that was refused', async () => {
    let replies = 0;
    await using server = await ScriptedServer.start({
      replies: { EHLO: (socket) => socket.write(replies++ === 0 ? '250 a\r\n' : '501 5.5.4 no\r\n') },
    });
    await using session = await connect(server);

    await session.ehlo();
    await session.ehlo('not a name');

    expect(session.extensions).toBeUndefined();
  });
});

describe('a mail transaction stops', () => {
  test('where the sender is refused', async () => {
    await using server = await ScriptedServer.start({ replies: { MAIL: ['450 4.1.8 Domain not found'] } });
    await using session = await connect(server);

    const answers = await session.sendMail({ from: 'a@nx.example.com', to: ['x@example.net'], message: '' });

    expect(answers).toMatchObject({ mail: { code: 450, enhanced: '4.1.8' }, rcpt: [], data: undefined });
    expect(server.received).toEqual(['MAIL FROM:<a@nx.example.com>']);
  });

  test('where every recipient is refused', async () => {
    await using server = await ScriptedServer.start({ replies: { RCPT: ['454 4.7.1 Relay access denied'] } });
    await using session = await connect(server);

    const answers = await session.sendMail({
      from: 'a@example.org',
      to: ['x@example.net', 'y@example.net'],
      message: '',
    });

    expect(answers.rcpt).toMatchObject([{ code: 454 }, { code: 454 }]);
    expect(answers.data).toBeUndefined();
  });

  test('where no reply comes', async () => {
    await using server = await ScriptedServer.start({ replies: { RCPT: (socket) => socket.end('250 Ok\r\n') } });
    await using session = await connect(server);

    const answers = await session.sendMail({
      from: 'a@example.org',
      to: ['x@example.net', 'y@example.net', 'z@example.net'],
      message: '',
    });

    expect(answers.rcpt).toMatchObject([{ code: 250 }, { kind: 'closed' }]);
    expect(answers.data).toBeUndefined();
  });

  test('where DATA is refused', async () => {
    await using server = await ScriptedServer.start({ replies: { DATA: ['554 5.5.1 Error: no valid recipients'] } });
    await using session = await connect(server);

    const answers = await session.sendMail({ from: 'a@example.org', to: ['x@example.net'], message: 'Hi' });

    expect(answers.data).toMatchObject({ code: 554 });
    expect(server.received.at(-1)).toBe('DATA');
  });
});

describe('AUTH', () => {
  test.each([
    ['PLAIN', plain(user), undefined, ['AUTH PLAIN AGFsaWNlAFBhc3N3MHJkIQ==']],
    ['PLAIN, asked', plain(user), { initialResponse: false }, ['AUTH PLAIN', 'AGFsaWNlAFBhc3N3MHJkIQ==']],
    ['PLAIN, asked twice', plain(user), { initialResponse: false }, ['AUTH PLAIN', 'AGFsaWNlAFBhc3N3MHJkIQ==', '']],
    ['ANONYMOUS', anonymous(), undefined, ['AUTH ANONYMOUS =']],
    ['ANONYMOUS, asked', anonymous(), { initialResponse: false }, ['AUTH ANONYMOUS', '']],
    ['LOGIN', login(user), undefined, ['AUTH LOGIN', 'YWxpY2U=', 'UGFzc3cwcmQh']],
    ['CRAM-MD5', cramMd5(user), undefined, ['AUTH CRAM-MD5', 'YWxpY2UgZDE3MWM2ODIyZmVlMDcwMjQxMDhjODViZDM3ODk0ZTI=']],
  ])('%s gives what it is asked for', async (_, mechanism, options, lines) => {
    await using server = await ScriptedServer.start(
      challenging('PDM4MDQ1MTA1OTEuNDAxMzMxQG1haWwuZXhhbXBsZS50ZXN0Pg==', lines.length - 1),
    );
    await using session = await connect(server);

    expect(await session.authenticate(mechanism, options)).toMatchObject({ code: 235 });
    expect(server.received).toEqual(lines);
    expect(textsOf(session).join()).not.toMatch(/YWxpY2U|UGFzc3cw|AGFsaWNl/);
  });

  test('ends with the refusal', async () => {
    await using server = await ScriptedServer.start({ replies: { AUTH: ['535 5.7.8 Error: authentication failed'] } });
    await using session = await connect(server);

    expect(await session.authenticate(plain(user))).toMatchObject({ code: 535, enhanced: '5.7.8' });
  });

  test.each([
    ['PLAIN', plain(user), 'Passw0rd!'],
    ['LOGIN', login(user), 'Passw0rd!'],
    ['CRAM-MD5', cramMd5(user), 'Passw0rd!'],
    ['DIGEST-MD5', digestMd5({ ...user, host: 'mail.example.test' }), 'Passw0rd!'],
    ['XOAUTH2', xoauth2({ user: 'alice', accessToken: 'ya29.SECRETTOKEN' }), 'ya29.SECRETTOKEN'],
    ['OAUTHBEARER', oauthBearer({ user: 'alice', accessToken: 'ya29.SECRETTOKEN' }), 'ya29.SECRETTOKEN'],
  ])(
    'by %s keeps its secret where the server quotes it, in the answer and ever after',
    async (_, mechanism, secret) => {
      await using server = await ScriptedServer.start({
        replies: { AUTH: [`535-5.7.8 no ${secret}`, `535 5.7.8 (${secret})`], MAIL: [`550 not with ${secret}`] },
      });
      await using session = await connect(server);

      const answer = await session.authenticate(mechanism);
      await session.mail('a@example.org');

      expect(answer).toMatchObject({ code: 535, lines: ['5.7.8 no <secret>', '5.7.8 (<secret>)'] });
      expect(textsOf(session)).toContain('550 not with <secret>');
      expect(JSON.stringify(session.transcript)).not.toContain(secret);
    },
  );

  test('by EXTERNAL is said without a certificate too, to see the server refuse it', async () => {
    await using server = await ScriptedServer.start({ replies: { AUTH: ['535 5.7.8 No certificate'] } });
    await using session = await open(server);

    expect(await session.authenticate(external())).toMatchObject({ code: 535 });
    expect(server.received).toContain('AUTH EXTERNAL =');
  });

  test('is cancelled where the challenge makes no sense', async () => {
    await using server = await ScriptedServer.start({
      replies: { AUTH: ['334 VXNlcm5hbWU6'], '*': ['501 5.7.0 Aborted'] },
    });
    await using session = await connect(server);

    const answer = await session.authenticate(digestMd5({ ...user, host: 'mail.example.test' }));

    expect(answer).toMatchObject({ code: 501 });
    expect(server.received).toEqual(['AUTH DIGEST-MD5', '*']);
    expect(textsOf(session)).toContain('cancelled: no directive at character 0');
  });

  test('is cancelled where challenges never end', async () => {
    await using server = await ScriptedServer.start({
      replies: { ...challenging('eA==', 1000).replies, '*': ['501 5.7.0 Aborted'] },
    });
    await using session = await connect(server);

    expect(await session.authenticate(login(user))).toMatchObject({ code: 501 });
  });

  test('by hand is masked without help', async () => {
    await using server = await ScriptedServer.start({
      replies: { ...challenging('', 1).replies, MAIL: ['250 2.1.0 Ok'] },
    });
    await using session = await connect(server);

    await session.command('AUTH PLAIN');
    await session.command('AGFsaWNlAFBhc3N3MHJkIQ==');
    await session.mail('a@example.org');

    expect(textsOf(session).slice(-6)).toEqual([
      'AUTH PLAIN',
      '334 ',
      '<secret>',
      '235 2.7.0 Ok',
      'MAIL FROM:<a@example.org>',
      '250 2.1.0 Ok',
    ]);
  });
});

describe('taking leave', () => {
  test('says QUIT, once', async () => {
    await using server = await ScriptedServer.start();
    const silent = await connect(server);
    await silent[Symbol.asyncDispose]();
    const polite = await connect(server);
    await polite.quit();
    await polite[Symbol.asyncDispose]();

    expect(server.received).toEqual(['QUIT', 'QUIT']);
  });

  test('says nothing where it would be taken for a response or for text', async () => {
    await using server = await ScriptedServer.start({ replies: { AUTH: ['334 '] } });
    const inExchange = await connect(server);
    await inExchange.command('AUTH PLAIN');
    await inExchange[Symbol.asyncDispose]();
    const inMessage = await connect(server);
    await inMessage.command('DATA');
    await inMessage[Symbol.asyncDispose]();

    expect(server.received).toEqual(['AUTH PLAIN', 'DATA']);
  });

  test('is over when it is over: every command is answered at once', async () => {
    await using server = await ScriptedServer.start();
    const session = await connect(server);
    await session[Symbol.asyncDispose]();

    expect(await session.command('NOOP')).toMatchObject({ kind: 'closed', how: 'end-of-file', afterMs: 0 });
    expect(textsOf(session)).not.toContain('NOOP');
  });

  test('leaves to the server to end the connection after QUIT', async () => {
    await using server = await ScriptedServer.start();
    await using session = await connect(server);

    expect(await session.quit()).toMatchObject({ code: 221 });
    expect(await session.readAnswer()).toMatchObject({ kind: 'closed', how: 'end-of-file' });
  });
});

describe('opening', () => {
  test('ends with the answer to EHLO', async () => {
    await using server = await ScriptedServer.start({ replies: { EHLO: ['250-mail.example.test', '250 AUTH PLAIN'] } });
    await using session = await open(server);

    expect(server.received).toEqual(['EHLO client.example.org']);
    expect(session.opened).toMatchObject({ code: 250 });
    expect(session.extensions).toMatchObject({ domain: 'mail.example.test', authMechanisms: ['PLAIN'] });
  });

  test('ends with a greeting that is no 220, to which nothing is said', async () => {
    await using server = await ScriptedServer.start({ greeting: ['554 5.3.2 No service'] });
    await using session = await open(server);

    expect(session.opened).toBe(session.greeting);
    await session.quit();
    expect(server.received).toEqual(['QUIT']);
  });

  test('ends with an EHLO that was refused, without extensions', async () => {
    await using server = await ScriptedServer.start({ replies: { EHLO: ['502 5.5.2 Error'] } });
    await using session = await open(server);

    expect(session.opened).toMatchObject({ code: 502 });
    expect(session.extensions).toBeUndefined();
  });

  test('leaves EHLO to who wants to say it, and knows no extensions then', async () => {
    await using server = await ScriptedServer.start();
    await using session = await open(server, { ehlo: false });

    expect(session.opened).toBe(session.greeting);
    expect(session.extensions).toBeUndefined();
    await session.quit();
    expect(server.received).toEqual(['QUIT']);
  });
});

describe('opening with STARTTLS', () => {
  test('ends with the second EHLO, in which the first is forgotten', async () => {
    await using server = await ScriptedServer.start({
      replies: {
        EHLO: ['250-mail.example.test', '250 STARTTLS'],
        STARTTLS: (socket) => {
          socket.write('220 2.0.0 Ready to start TLS\r\n');
          acceptTls(socket, (secure) => {
            secure.once('data', () => secure.end('250-mail.example.test\r\n250 AUTH PLAIN\r\n'));
          });
        },
      },
    });
    await using session = await open(server, { security: 'starttls' });

    expect(hasCode(session.opened, 250)).toBe(true);
    expect(session.extensions?.keywords).toEqual({ AUTH: ['PLAIN'] });
    expect(session.tls).toMatch(/^TLSv1\.3 TLS_/);
    expect(session.transcript.entries.map(({ text, tls }) => [text, tls])).toEqual([
      [expect.stringMatching(/^connected to /), false],
      ['220 mail.example.test ESMTP', false],
      ['EHLO client.example.org', false],
      ['250-mail.example.test', false],
      ['250 STARTTLS', false],
      ['STARTTLS', false],
      ['220 2.0.0 Ready to start TLS', false],
      [expect.stringMatching(/^TLS: TLSv1\.3 TLS_/), true],
      ['certificate: CN=mail.example.test, issued by itself, EC prime256v1, signed with ecdsa-with-SHA256', true],
      ['EHLO client.example.org', true],
      ['250-mail.example.test', true],
      ['250 AUTH PLAIN', true],
    ]);
  });

  test.each<[string, Script, object]>([
    ['the greeting', { greeting: ['554 5.7.1 No service'] }, { code: 554 }],
    ['EHLO', { replies: { EHLO: ['502 5.5.2 Error'] } }, { code: 502 }],
    ['STARTTLS', { replies: { STARTTLS: ['454 4.7.0 TLS not available due to local problem'] } }, { code: 454 }],
  ])('ends where %s bars the way, in plain text', async (_, script, answer) => {
    await using server = await ScriptedServer.start(script);
    await using session = await open(server, { security: 'starttls' });

    expect(session.opened).toMatchObject(answer);
    expect(session.tls).toBeUndefined();
  });
});

/** A server that asks `count` times and is content with whatever it gets. */
function challenging(challenge: string, count: number): Script {
  let asked = 0;
  const reply = (socket: { write(text: string): void }) => {
    asked += 1;
    socket.write(asked > count ? '235 2.7.0 Ok\r\n' : `334 ${challenge}\r\n`);
  };
  return { replies: { AUTH: reply, OTHER: reply } };
}
