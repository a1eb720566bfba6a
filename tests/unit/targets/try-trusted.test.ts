import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { runCheck } from '../../../helpers/checks/run-check';
import { suites } from '../../../helpers/checks/suites';
import { tryTrusted } from '../../../helpers/targets/try-trusted';
import { ScriptedServer } from '../smtp/scripted-server';
import { startFakeTarget } from './fake-target';
import { listening, refusesLogins, relaysForAll } from './odd-servers';

const facts = {
  vantagePoints: [{ name: 'inside', address: '192.0.2.10', hostname: 'inside.example' }] as const,
  ports: [{ port: 25, role: 'smtp', listens: 2525 }] as const,
  senderDomain: 'outside.example',
  foreignDomain: 'elsewhere.example',
};
const refusal = 'the profile has 192.0.2.10 in offers.trusted, and the server does not relay for it without a login';

test('a client that is said to be trusted and may not relay is told with the key of the profile and the answer', async () => {
  await using server = await listening(createServer(refusesLogins));

  expect(await tryTrusted(() => ({ host: '127.0.0.1', port: server.port }), facts)).toBe(
    `${refusal}: 554 5.7.1 relay access denied to RCPT on 2525`,
  );
});

test('one that may is no trouble, nor is it where nobody is said to be trusted', async () => {
  await using server = await listening(createServer(relaysForAll));
  const address = () => ({ host: '127.0.0.1', port: server.port });

  expect(await tryTrusted(address, facts)).toBeUndefined();
  expect(await tryTrusted(address, { ...facts, vantagePoints: [] })).toBeUndefined();
});

test('where TLS is wanted first, it is asked within TLS', async () => {
  const mail = (socket: Socket) =>
    socket.write(
      `${socket instanceof TLSSocket ? '250 2.1.0 Ok' : '530 5.7.0 Must issue a STARTTLS command first'}\r\n`,
    );
  const ehlo = ['250-mail.example.test', '250 STARTTLS'];
  await using server = await ScriptedServer.start({ startTls: true, replies: { EHLO: ehlo, MAIL: mail } });

  expect(await tryTrusted(() => ({ host: '127.0.0.1', port: server.port }), facts)).toBeUndefined();
  expect(server.received.filter((line) => /^(MAIL|RCPT)/.test(line))).toHaveLength(3);
});

test('that is one failure: what else wants a trusted client does not apply, and refusals are shown by a login', async () => {
  await using target = await startFakeTarget({ facts: { trustRefused: refusal } });
  const ask = async (id: string) => {
    const check = suites.flatMap(({ checks }) => checks).find((one) => one.id === id);
    const { verdict, reason } = check ? await runCheck(check, target) : {};
    return `${verdict}: ${reason}`;
  };

  expect(await ask('open-relay/inside-anonymous-foreign')).toMatch(
    /^failed: .*the profile has 192\.0\.2\.10 in offers/,
  );
  expect(await ask('open-relay/inside-anonymous-local')).toMatch(
    /^not-applicable: the client that is said to be trusted is not: open-relay\/inside-anonymous-foreign/,
  );
});
