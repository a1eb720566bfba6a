import { Sink } from '../../../helpers/world/sink';
import { address, send, talk } from './sink-client';

describe('a message', () => {
  test.concurrent('is recorded with its envelope, header, body, port and the name of the client', async () => {
    await using sink = await Sink.start({ address, ports: [25] });

    await send(sink, 'Subject: One\r\n two\r\nX-Id: 7\r\n\r\nHello\r\n', { name: 'mta.test', ignoreTLS: true });

    expect(sink.messages).toEqual([
      {
        receivedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        clientName: 'mta.test',
        port: 25,
        mailFrom: 'a@inside.test',
        rcptTo: ['b@outside.test'],
        headers: [
          { name: 'Subject', value: 'One two' },
          { name: 'X-Id', value: '7' },
        ],
        body: 'Hello\r\n',
        tls: undefined,
      },
    ]);
  });

  test.concurrent('has the bytes that the client sent: dots, 8-bit text and all', async () => {
    await using sink = await Sink.start({ address, ports: [25] });
    const body = '.\r\n..\r\n.leading\r\nGrüße\r\n\xff\xfe\r\n.\r\n';

    await send(sink, Buffer.from(`Subject: x\r\n\r\n${body}`, 'latin1'));

    expect(sink.messages[0]?.body).toBe(body);
  });

  test.concurrent('has the protocol and cipher of TLS: at 465 from the start, at other ports after STARTTLS', async () => {
    const ports = [25, 465, 587];
    await using sink = await Sink.start({ address, ports });
    const tls = { rejectUnauthorized: false, maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA' } as const;

    await Promise.all(ports.map((port) => send(sink, 'Subject: x\r\n\r\n', { port, tls })));

    const received = sink.messages.map((message) => `${message.port} ${message.tls}`).sort();
    expect(received).toEqual(ports.map((port) => `${port} TLSv1.2 AES128-SHA`));
  });

  test.concurrent('over the limit is received to its end and says what is missing', async () => {
    await using sink = await Sink.start({ address, ports: [25], keepBytes: 100 });

    await send(sink, `Subject: x\r\n\r\n${'0123456789\r\n'.repeat(5000)}`);

    expect(sink.messages[0]?.body).toMatch(
      /^0123456789\r\n.*\[the sink keeps 100 bytes of a message; 59914 more came\]\r\n$/s,
    );
  });
});

describe('an address', () => {
  test.concurrent('of every form is accepted and recorded as it was written', async () => {
    await using sink = await Sink.start({ address, ports: [25] });
    const paths = [
      'b@outside.test',
      'user%outside.test@inside.test',
      'outside.test!user',
      'user',
      'postmaster',
      '"b@outside.test"@inside.test',
      '"b c"@outside.test',
      '"b>\\"c"@outside.test',
      '@inside.test,@middle.test:b@outside.test',
      'b@[192.0.2.1]',
      'b@[IPv6:2001:db8::1]',
      'b..c@outside.test',
      'b@xn--r8jz45g.test',
      'b@例え.test',
    ];

    const mail = (path: string) => [
      `MAIL FROM:<${path}> SIZE=999999999 BODY=8BITMIME`,
      `RCPT TO:<${path}>`,
      'DATA',
      '.',
    ];
    const { replies } = await talk(sink.portFor(25), 'EHLO mta.test', ...paths.flatMap(mail));

    expect(replies.filter((reply) => !/^[23]/.test(reply))).toEqual([]);
    expect(sink.messages.map(({ mailFrom, rcptTo }) => [mailFrom, ...rcptTo])).toEqual(
      paths.map((path) => [path, path]),
    );
  });

  test.concurrent('is empty for the sender of a bounce, and must not be empty for a recipient', async () => {
    await using sink = await Sink.start({ address, ports: [25] });

    const mail = ['MAIL FROM:<>', 'RCPT TO:<>', 'RCPT TO:<b@outside.test>', 'DATA', '.'];
    const { replies } = await talk(sink.portFor(25), 'HELO mta.test', ...mail);

    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(['220', '250', '250', '501', '250', '354', '250']);
    expect(sink.messages).toMatchObject([{ mailFrom: '', rcptTo: ['b@outside.test'], headers: [], body: '' }]);
  });
});

describe('waiting for a message', () => {
  const isWanted = ({ rcptTo }: { rcptTo: readonly string[] }) => rcptTo.includes('wanted@outside.test');

  test.concurrent('ends with one that came before', async () => {
    await using sink = await Sink.start({ address, ports: [25] });
    await send(sink, 'Subject: x\r\n\r\n', { to: ['wanted@outside.test'] });

    await expect(sink.waitForMessage(isWanted, { timeoutMs: 0, what: 'it' })).resolves.toBe(sink.find(isWanted));
  });

  test.concurrent('ends when one comes, whatever comes first', async () => {
    await using sink = await Sink.start({ address, ports: [25] });
    const waiting = sink.waitForMessage(isWanted, { timeoutMs: 5000, what: 'it' });

    await send(sink, 'Subject: other\r\n\r\n');
    await send(sink, 'Subject: wanted\r\n\r\n', { to: ['wanted@outside.test'] });

    await expect(waiting).resolves.toMatchObject({ headers: [{ value: 'wanted' }] });
  });

  test.concurrent('ends with its limit, and says what came last', async () => {
    await using sink = await Sink.start({ address, ports: [25] });
    await send(sink, 'Subject: other\r\n\r\n', { to: ['b@outside.test', 'c@outside.test'] });

    await expect(sink.waitForMessage(isWanted, { timeoutMs: 20, what: 'the probe' })).rejects.toMatchObject({
      code: 'ETIMEOUT',
      message: expect.stringContaining(
        'the probe did not reach the sink within 20 ms; the last of 1 was <a@inside.test> → <b@outside.test>, <c@outside.test>, "other"',
      ),
    });
  });

  test.concurrent('ends with the sink', async () => {
    const sink = await Sink.start({ address, ports: [25] });
    const waiting = sink.waitForMessage(isWanted, { timeoutMs: 5000, what: 'the probe' });

    await sink[Symbol.asyncDispose]();

    await expect(waiting).rejects.toThrow(
      'did not reach the sink before the sink was closed; nothing reached it at all',
    );
  });
});
