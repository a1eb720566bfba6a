import { X509Certificate } from 'node:crypto';
import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { emptySetup, type ServerSetup } from '../../../helpers/library/server-setup';
import { StartedMailServer } from '../../../helpers/library/started-mail-server';
import { vantagePoints } from '../../../helpers/targets/vantage-points';
import { CertificateAuthority } from '../../../helpers/world/certificate-authority';
import { ScriptedServer } from '../smtp/scripted-server';
import { selfSigned } from '../smtp/self-signed';
import { type FakeTargetOptions, startFakeTarget } from '../targets/fake-target';

/** A server that relays all at once, unless the test has another one. */
async function start(setup: Partial<ServerSetup> = {}, options: FakeTargetOptions = {}): Promise<StartedMailServer> {
  return new StartedMailServer(await startFakeTarget(options), { ...emptySetup, ...setup });
}

/** A server that offers these mechanisms, takes every login and no recipient. */
function offering(...mechanisms: readonly string[]): Promise<ScriptedServer> {
  return ScriptedServer.start({
    replies: {
      EHLO: ['250-mail', `250 AUTH ${mechanisms.join(' ')}`],
      AUTH: ['235 2.7.0 Ok'],
      RCPT: ['554 5.7.1 No'],
    },
  });
}

async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise(setImmediate);
}

const auth = ({ received }: ScriptedServer) => {
  const [, mechanism, response = ''] = received.find((line) => line.startsWith('AUTH '))?.split(' ') ?? [];
  return { mechanism, response: Buffer.from(response, 'base64').toString() };
};

describe('send', () => {
  test('sends to several recipients, and tells what each was answered', async () => {
    await using server = await start();
    using _refusal = server.sink.answerWith({
      match: ({ rcptTo }) => rcptTo.startsWith('nobody@'),
      at: 'rcpt',
      code: 550,
      enhanced: '5.1.1',
      text: 'No such user',
    });

    const mail = await server.send({
      from: 'carol@example.test',
      to: ['dave@elsewhere.example', 'nobody@elsewhere.example', 'erin@elsewhere.example'],
    });

    expect(mail.outcome).toBe('relayed');
    expect(mail.relayed).toMatchObject([
      { mailFrom: 'carol@example.test', rcptTo: ['dave@elsewhere.example', 'erin@elsewhere.example'] },
    ]);
    expect(mail.recipients).toMatchObject([
      { address: 'dave@elsewhere.example', answer: { code: 250 } },
      { address: 'nobody@elsewhere.example', answer: { code: 550, enhanced: '5.1.1' } },
      { address: 'erin@elsewhere.example', answer: { code: 250 } },
    ]);
  });

  test('sends a message as Nodemailer makes it, to those whom it names', async () => {
    await using server = await start();

    const { relayed } = await server.send({
      message: {
        from: 'Carol <carol@example.test>',
        to: 'dave@elsewhere.example',
        bcc: 'erin@elsewhere.example',
        subject: 'Grüße',
        html: '<p>Hello</p>',
        attachments: [{ filename: 'a.txt', content: 'in a file' }],
      },
    });

    expect(relayed).toMatchObject([
      { mailFrom: 'carol@example.test', rcptTo: ['dave@elsewhere.example', 'erin@elsewhere.example'] },
    ]);
    expect(relayed[0]?.headers).toContainEqual({ name: 'Subject', value: '=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=' });
    expect(relayed[0]?.body).toContain('Content-Disposition: attachment; filename=a.txt');
  });

  test('sends a raw message as it is, and knows it again', async () => {
    await using server = await start();

    const { relayed } = await server.send({
      from: 'carol@example.test',
      to: 'dave@elsewhere.example',
      message: { raw: 'Subject: mine\r\n\r\n.one dot\r\n' },
    });

    expect(relayed).toMatchObject([{ rcptTo: ['dave@elsewhere.example'], body: '.one dot\r\n' }]);
    expect(relayed[0]?.headers.map(({ name }) => name)).toEqual(['X-Harness-Token', 'Subject']);
  });

  test('sends the bytes of a raw message as they are, in whatever charset', async () => {
    await using server = await start();
    const body = Buffer.from('Gr\xfc\xdfe \x80\xff\r\n.\xe4\r\n', 'latin1');

    const { relayed } = await server.send({
      message: { raw: Buffer.concat([Buffer.from('Subject: mine\r\n\r\n'), body]) },
    });

    expect(Buffer.from(relayed[0]?.body ?? '', 'latin1')).toEqual(body);
  });

  test('sends a raw message of text as UTF-8', async () => {
    await using server = await start();

    const { relayed } = await server.send({ message: { raw: 'Subject: mine\r\n\r\nGrüße\r\n' } });

    expect(Buffer.from(relayed[0]?.body ?? '', 'latin1').toString()).toBe('Grüße\r\n');
  });

  test('takes addresses with names, as Nodemailer does, and sends to the addresses', async () => {
    await using server = await start();

    const mail = await server.send({
      from: 'Carol <carol@example.test>',
      to: ['Dave <dave@elsewhere.example>', '"Erin, too" <erin@elsewhere.example>, frank@elsewhere.example'],
    });

    const rcptTo = ['dave@elsewhere.example', 'erin@elsewhere.example', 'frank@elsewhere.example'];
    expect(mail.relayed).toMatchObject([{ mailFrom: 'carol@example.test', rcptTo }]);
    expect(mail.recipients.map(({ address }) => address)).toEqual(rcptTo);
  });

  test.each([
    'postmaster',
    '"dave smith"@elsewhere.example',
    '"dave@elsewhere.example"@example.test',
    'dave%elsewhere.example@example.test',
    'elsewhere.example!dave',
    '@example.test,@a.example:dave@elsewhere.example',
    'dave@[192.0.2.1]',
    'Dave@Elsewhere.EXAMPLE',
  ])('sends to %s as it is written', async (to) => {
    await using scripted = await ScriptedServer.start({ replies: { RCPT: ['554 5.7.1 No'] } });
    await using server = await start({}, { server: scripted, facts: { logins: [] } });

    await server.send({ to });

    expect(scripted.received).toContain(`RCPT TO:<${to}>`);
  });

  test('sends from the null sender', async () => {
    await using server = await start();

    expect((await server.send({ from: '' })).relayed).toMatchObject([{ mailFrom: '' }]);
  });

  test.each([
    ['PLAIN', { name: 'carol', password: 'secret' }, '\0carol\0secret'],
    ['XOAUTH2', { name: 'carol', accessToken: 'ya29' }, 'user=carol\x01auth=Bearer ya29\x01\x01'],
  ])('logs in by %s unless another mechanism is asked for', async (mechanism, user, response) => {
    await using scripted = await offering(mechanism);
    await using server = await start({}, { server: scripted, facts: { logins: [] } });

    await server.send({ user });

    expect(auth(scripted)).toEqual({ mechanism, response });
  });

  test('logs in by the mechanism that is asked for', async () => {
    await using scripted = await offering('OAUTHBEARER');
    await using server = await start({}, { server: scripted, facts: { logins: [] } });

    await server.send({ user: { name: 'carol=a,b', accessToken: 'ya29' }, mechanism: 'oauthbearer' });

    expect(auth(scripted)).toEqual({
      mechanism: 'OAUTHBEARER',
      response: 'n,a=carol=3Da=2Cb,\x01auth=Bearer ya29\x01\x01',
    });
  });

  test.each([
    ['token', { name: 'carol', accessToken: 'ya29.SECRETTOKEN' }, 'ya29.SECRETTOKEN'],
    ['password', { name: 'carol', password: 'open-sesame' }, 'open-sesame'],
  ])('shows the %s nowhere, though the server quotes it in its answer and its log', async (_, user, secret) => {
    await using scripted = await ScriptedServer.start({
      replies: { EHLO: ['250-mail', '250 AUTH PLAIN XOAUTH2'], AUTH: [`535 5.7.8 no ${secret}`] },
    });
    const target = await startFakeTarget({ server: scripted, facts: { logins: [] } });
    await using server = new StartedMailServer(target, emptySetup);
    const from = 'carol@example.test';

    const sending = server.send({ from, user });
    // The token of this client is not known here; its name in EHLO is what the log has.
    await until(() => scripted.received.some((line) => line.startsWith('AUTH ')));
    const [, name = ''] = scripted.received[0]?.split(' ') ?? [];
    target.log.write(`Nov 28 08:00:00 mail postfix/smtpd[7]: warning: ${name}[192.0.2.1]: no user with ${secret}`);
    const mail = await sending;

    expect(mail.evidence.logLines).toHaveLength(1);
    expect(mail.answer).toMatchObject({ lines: ['5.7.8 no <secret>'] });
    expect(JSON.stringify(mail)).not.toContain(secret);
  });

  test('shows a client certificate, by which EXTERNAL logs in', async () => {
    const shown: unknown[] = [];
    await using scripted = await ScriptedServer.start({
      tls: { requestCert: true, rejectUnauthorized: false },
      replies: {
        EHLO: (socket) => {
          shown.push('getPeerCertificate' in socket && (socket as import('node:tls').TLSSocket).getPeerCertificate());
          socket.write('250-mail\r\n250 AUTH EXTERNAL\r\n');
        },
        AUTH: ['235 2.7.0 Ok'],
        RCPT: ['554 5.7.1 No'],
      },
    });
    // The marker comes in the clear from the trusted client, and this server speaks TLS alone.
    const facts = { logins: [], vantagePoints: vantagePoints.filter(({ name }) => name === 'outside') };
    await using server = await start({}, { server: scripted, facts });

    const mail = await server.send({ port: 465, mechanism: 'EXTERNAL', tls: selfSigned });

    expect(shown[0]).toMatchObject({ subject: { CN: 'mail.example.test' } });
    expect(auth(scripted)).toEqual({ mechanism: 'EXTERNAL', response: '' });
    expect(mail.answer).toMatchObject({ code: 554 });
  });

  test.each([
    [
      'EXTERNAL without a certificate',
      { mechanism: 'EXTERNAL' },
      'EXTERNAL logs in by a client certificate: give tls: { cert, key }',
    ],
    ['a mechanism without a user', { mechanism: 'PLAIN' }, 'PLAIN needs a user: { name, password }'],
    [
      'a mechanism that is not known',
      { mechanism: 'GS2-KRB5', user: { name: 'a', password: 'b' } },
      'knows no mechanism GS2-KRB5',
    ],
    [
      'XOAUTH2 without a token',
      { mechanism: 'XOAUTH2', user: { name: 'a', password: 'b' } },
      'XOAUTH2 needs an access token',
    ],
    ['a token for PLAIN', { mechanism: 'PLAIN', user: { name: 'a', accessToken: 'b' } }, 'PLAIN takes no access token'],
    ['a certificate without TLS', { tls: selfSigned }, 'a client certificate is shown within TLS only'],
    ['a recipient without an address', { to: 'Dave Smith' }, '"Dave Smith" is no mail address: write dave@'],
    ['a second line in an address', { to: 'dave@elsewhere.example>\r\nDATA' }, 'is no mail address'],
    ['no recipient', { to: [] }, 'the mail has no recipient'],
    ['a message for nobody', { message: { to: 'Dave Smith' } }, 'the mail has no recipient'],
    ['two senders', { from: 'a@example.test, b@example.test' }, 'a mail has one sender'],
    ['a port that is not there', { port: 26 }, 'the server has no port 26, only 25, 587, 465'],
    [
      'a vantage point that is not there',
      { vantage: '192.0.2.99' },
      'no client connects from 192.0.2.99, only from inside, outside, listed, nameless',
    ],
  ] as const)('refuses %s with a TypeError, before it connects', async (_, options, message) => {
    await using scripted = await offering('PLAIN');
    await using server = await start({}, { server: scripted });

    const sending = server.send(options);

    await expect(sending).rejects.toThrow(TypeError);
    await expect(sending).rejects.toThrow(message);
    expect(scripted.received).toEqual([]);
  });
});

describe('its certificate', () => {
  test('can be verified where its authority is known, and not where it is its own affair', async () => {
    const authority = new CertificateAuthority();
    await using known = await start({}, { authority });
    await using unknown = await start();

    expect(known.tls).toEqual({ ca: authority.root, servername: 'mail.example.test' });
    expect(unknown.tls).toEqual({ rejectUnauthorized: false });
  });

  test('has fellows for clients, of the same authority', async () => {
    await using known = await start({}, { authority: new CertificateAuthority() });
    await using unknown = await start();

    expect(new X509Certificate(known.clientCertificate('carol').cert).subject).toBe('CN=carol');
    expect(() => unknown.clientCertificate('carol')).toThrow(/tls: \{ authority \}/);
  });
});

describe('an application', () => {
  test('is pointed at the server by a URL, and what it sends is waited for at the sink', async () => {
    await using server = await start();
    const mailer = createTransport(
      { url: server.getSmtpUrl({ port: 25 }), tls: { rejectUnauthorized: false } },
      { from: 'shop@example.test' },
    );

    const [message] = await Promise.all([
      server.sink.waitForMessage(({ rcptTo }) => rcptTo.includes('dave@elsewhere.example')),
      mailer.sendMail({ to: 'dave@elsewhere.example', subject: 'Order 7', text: 'Thank you.' }),
    ]);

    expect(message).toMatchObject({ mailFrom: 'shop@example.test', body: 'Thank you.\r\n' });
  });

  test('reaches a port at the host', async () => {
    await using server = await start();

    const socket = connect({ host: server.getHost(), port: server.getMappedPort(25, { vantage: 'inside' }) });
    const [greeting] = await new Promise<[Buffer]>((resolve) => socket.once('data', (bytes) => resolve([bytes])));
    socket.destroy();

    expect(greeting.toString()).toMatch(/^220 /);
  });

  test('has credentials in its URL only if they are asked for, and TLS at once on 465', async () => {
    await using server = await start({ users: [{ name: 'carol@a', password: "p:/?#%'s", commands: [] }] });
    const port = server.getMappedPort(587);

    expect(server.getSmtpUrl()).toBe(`smtp://127.0.0.1:${port}`);
    expect(server.getSmtpUrl({ port: 465, user: server.user })).toBe(
      `smtps://carol%40a:p%3A%2F%3F%23%25%27s@127.0.0.1:${port}`,
    );
    const { username, password } = new URL(server.getSmtpUrl({ user: server.user }));
    expect([username, password].map(decodeURIComponent)).toEqual(['carol@a', "p:/?#%'s"]);
  });

  test('is told which ports and vantage points there are', async () => {
    await using server = await start();

    expect(() => server.getMappedPort(26)).toThrow('the server has no port 26, only 25, 587, 465');
    expect(() => server.getSmtpUrl({ vantage: '192.0.2.99' })).toThrow('no client connects from 192.0.2.99');
  });
});

test('a trusted client of a reference server has a vantage point of its own', async () => {
  await using server = await start({ trusted: ['198.51.100.20'] });

  expect(server.getMappedPort(25, { vantage: '198.51.100.20' })).toBeGreaterThan(0);
});
