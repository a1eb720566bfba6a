import type { Security } from '../../../helpers/model/vantage';
import { composeMessage } from '../../../helpers/smtp/messages';
import { mechanismFor } from '../../../helpers/smtp/sasl/mechanism-for';
import { open } from './open-session';
import { RealServer } from './real-server';
import { textsOf } from './texts-of';

const alice = { user: 'alice', password: 'Passw0rd!', host: 'mail.example.test' };
const mail = { from: 'alice@example.test', to: ['bob@example.net'] };

describe.each<Security>(['plain', 'starttls', 'implicit-tls'])('over %s', (security) => {
  test.concurrent.each(['PLAIN', 'LOGIN', 'CRAM-MD5'])(
    'a user logs in by %s and sends a message, which arrives as it was',
    async (name) => {
      await using server = await RealServer.start({ secure: security === 'implicit-tls' });
      await using session = await open(server, { security });
      const message = composeMessage({ ...mail, token: 'token-1', body: '.\r\n..two\r\nend' });
      const mechanism = mechanismFor(name, alice);
      if (!mechanism) throw new Error(`no ${name}`);

      expect(session.extensions?.authMechanisms).toContain(name);
      expect(await session.authenticate(mechanism)).toMatchObject({ kind: 'reply', code: 235 });
      expect(await session.sendMail({ ...mail, message })).toMatchObject({
        mail: { code: 250 },
        rcpt: [{ code: 250 }],
        data: { code: 250 },
      });
      expect(await session.quit()).toMatchObject({ code: 221 });

      expect(server.taken).toEqual([{ user: 'alice', secure: security !== 'plain', message }]);
      expect(session.transcript.entries.at(-1)).toMatchObject({ tls: security !== 'plain' });
    },
  );
});

test('A wrong password is refused, and is in no transcript', async () => {
  await using server = await RealServer.start();
  await using session = await open(server);
  const mechanism = mechanismFor('PLAIN', { ...alice, password: 'wrong' });
  if (!mechanism) throw new Error('no PLAIN');

  expect(await session.authenticate(mechanism)).toMatchObject({ code: 535 });
  expect(textsOf(session)).toContain('AUTH PLAIN <secret>');
});

test('STARTTLS is no longer offered inside TLS', async () => {
  await using server = await RealServer.start();
  await using session = await open(server);

  expect(session.extensions?.keywords).toHaveProperty('STARTTLS');
  await session.startTls();
  expect(session.extensions).toBeUndefined();
  await session.ehlo();
  expect(session.extensions?.keywords).not.toHaveProperty('STARTTLS');
});
