import { Sink } from '../../../helpers/world/sink';
import type { SmarthostManner } from '../../../helpers/world/smarthost';
import { address, send, talk } from './sink-client';

const raw = 'Subject: x\r\n\r\n';
const ports = [25, 465, 587];
const auth = { user: 'relay', pass: 'correct-horse' };

const start = (manner: Partial<SmarthostManner> = {}) =>
  Sink.start({ address, ports, smarthost: { user: auth.user, password: auth.pass, ...manner } });

describe('a login', () => {
  test.concurrent.each([
    [587, 'PLAIN'],
    [587, 'LOGIN'],
    [587, 'CRAM-MD5'],
    [465, 'PLAIN'],
    [465, 'CRAM-MD5'],
  ])('is accepted on %i by %s, and recorded together with the message', async (port, mechanism) => {
    await using sink = await start();

    await send(sink, raw, { port, auth, authMethod: mechanism });

    const tls = expect.stringMatching(/^TLSv1/);
    const at = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(sink.logins).toEqual([{ at, port, mechanism, user: 'relay', tls, accepted: true }]);
    expect(sink.messages).toMatchObject([{ port, user: 'relay', tls }]);
  });

  test.concurrent.each([
    ['a wrong password', { ...auth, pass: 'wrong-horse' }, 'PLAIN'],
    ['a wrong password', { ...auth, pass: 'wrong-horse' }, 'LOGIN'],
    ['a wrong password', { ...auth, pass: 'wrong-horse' }, 'CRAM-MD5'],
    ['an unknown user', { ...auth, user: 'nobody' }, 'PLAIN'],
  ])('with %s gets 535 (%j, %s), and then no mail is taken', async (_what, credentials, authMethod) => {
    await using sink = await start();

    const sending = send(sink, raw, { port: 587, auth: credentials, authMethod });

    await expect(sending).rejects.toMatchObject({
      responseCode: 535,
      response: '535 5.7.8 Authentication credentials invalid',
    });
    expect(sink.logins).toMatchObject([{ user: credentials.user, accepted: false }]);
    expect(sink.messages).toEqual([]);
  });

  test.concurrent('is recorded without what could give the password away', async () => {
    await using sink = await start();

    await send(sink, raw, { port: 587, auth });

    expect(JSON.stringify([sink.logins, sink.messages])).not.toContain('horse');
  });

  test.concurrent('in the clear is refused with 538, and recorded', async () => {
    await using sink = await start();

    const sending = send(sink, raw, { port: 587, auth, ignoreTLS: true });

    await expect(sending).rejects.toMatchObject({ responseCode: 538 });
    expect(sink.logins).toMatchObject([{ mechanism: 'PLAIN', user: 'relay', tls: undefined, accepted: false }]);
  });

  test.concurrent('in the clear is taken where TLS is not required', async () => {
    await using sink = await start({ requireTls: false });

    await send(sink, raw, { port: 587, auth, ignoreTLS: true });

    expect(sink.logins).toMatchObject([{ tls: undefined, accepted: true }]);
    expect(sink.messages).toMatchObject([{ tls: undefined, user: 'relay' }]);
  });

  test.concurrent('that breaks off, or names what is not offered, is recorded too', async () => {
    await using sink = await start({ mechanisms: ['LOGIN'] });

    const { replies } = await talk(sink.portFor(587), 'EHLO mta.test', 'AUTH LOGIN', '*', 'auth plain AGEAYg==');

    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(['220', '250', '334', '501', '504']);
    expect(sink.logins).toMatchObject([
      { mechanism: 'LOGIN', user: undefined, accepted: false },
      { mechanism: 'PLAIN', user: undefined, accepted: false },
    ]);
  });
});

describe('mail without a login', () => {
  test.concurrent.each([465, 587, 2525])('gets 530 on %i', async (port) => {
    const smarthost = { user: auth.user, password: auth.pass, port: 2525 };
    await using sink = await Sink.start({ address, ports: [465, 587, 2525], smarthost });

    await expect(send(sink, raw, { port })).rejects.toMatchObject({
      responseCode: 530,
      response: '530 5.7.0 Authentication required',
    });
    expect(sink.messages).toEqual([]);
  });

  test.concurrent('is taken on 25, where AUTH is not even known', async () => {
    await using sink = await start();

    await send(sink, raw);
    const { replies } = await talk(sink.portFor(25), 'EHLO mta.test', 'AUTH PLAIN AGEAYg==');

    expect(sink.messages).toMatchObject([{ port: 25, user: undefined }]);
    expect(replies.at(-1)).toMatch(/^500 /);
    expect(sink.logins).toEqual([]);
  });

  test.concurrent('is taken everywhere by a sink that plays no smarthost, which can not be changed either', async () => {
    await using sink = await Sink.start({ address, ports });

    await Promise.all(ports.map((port) => send(sink, raw, { port })));

    expect(sink.messages).toHaveLength(3);
    expect(() => sink.changeSmarthost({ startTls: false })).toThrow('plays no smarthost');
  });
});

describe('a change', () => {
  const busy = { code: 454, enhanced: '4.7.0', text: 'Temporary authentication failure' };

  test.concurrent('of the reply to logins holds until it is disposed, whatever the password', async () => {
    await using sink = await start();
    {
      using _busy = sink.changeSmarthost({ loginReply: busy });
      await expect(send(sink, raw, { port: 587, auth })).rejects.toMatchObject({ responseCode: 454 });
    }

    await send(sink, raw, { port: 587, auth });

    expect(sink.logins.map(({ accepted }) => accepted)).toEqual([false, true]);
  });

  test.concurrent('of the mechanisms is what EHLO says from then on', async () => {
    await using sink = await start();
    const offered = async () => {
      const { all } = await talk(sink.portFor(587), 'EHLO mta.test');
      return all.filter((line) => line.includes('AUTH'));
    };

    const before = await offered();
    using _change = sink.changeSmarthost({ mechanisms: ['CRAM-MD5'] });

    expect(before).toEqual(['250-AUTH PLAIN LOGIN CRAM-MD5']);
    expect(await offered()).toEqual(['250-AUTH CRAM-MD5']);
  });

  test.concurrent('takes STARTTLS away', async () => {
    await using sink = await start();
    using _change = sink.changeSmarthost({ startTls: false });

    const { all, replies } = await talk(sink.portFor(587), 'EHLO mta.test', 'STARTTLS');

    expect(all.filter((line) => line.startsWith('250') && line.includes('STARTTLS'))).toEqual([]);
    expect(replies.at(-1)).toMatch(/^500 /);
  });

  test.concurrent('turns clients away before the greeting', async () => {
    await using sink = await start();
    using _change = sink.changeSmarthost({ turnAway: { code: 421, enhanced: '4.3.2', text: 'Closing for the night' } });

    await expect(send(sink, raw, { port: 587, auth })).rejects.toMatchObject({ responseCode: 421 });

    expect(sink.logins).toEqual([]);
  });
});
