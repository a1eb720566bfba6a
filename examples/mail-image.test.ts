import { MailServerContainer, type StartedMailServer } from 'smtp-auth-harness';
import 'smtp-auth-harness/jest';

const carol = { name: 'carol', password: 'only-for-this-test' };
let server: StartedMailServer;

beforeAll(async () => {
  server = await new MailServerContainer('debian12')
    .withHostname('mx.example.test')
    .withMailUser(carol.name, carol.password)
    .withTrustedClient('198.51.100.20')
    .withSetting('smtpd_relay_restrictions', 'permit_mynetworks, permit_sasl_authenticated, reject')
    .start();
}, 300_000);

afterAll(() => server.stop(), 60_000);

test('relays for a user who logs in', async () => {
  const mail = await server.send({
    vantage: 'outside',
    port: 587,
    security: 'starttls',
    user: carol,
    to: 'dave@elsewhere.example',
  });

  expect(mail).toBeRelayed();
  expect(mail.relayed).toMatchObject([{ rcptTo: ['dave@elsewhere.example'], clientName: 'mx.example.test' }]);
});

test('is no open relay', async () => {
  const mail = await server.send({ vantage: 'outside', to: 'dave@elsewhere.example' });

  expect(mail).toBeRefused(554, '5.7.1');
});

test('relays without a login for the client that it trusts', async () => {
  expect(await server.send({ vantage: '198.51.100.20' })).toBeRelayed();
});

test('refuses a wrong password', async () => {
  const mail = await server.send({ port: 587, security: 'starttls', user: { ...carol, password: 'wrong' } });

  expect(mail).toBeRefused(535, '5.7.8');
});

test('offers PLAIN and LOGIN, and not ANONYMOUS', async () => {
  await using session = await server.session({ port: 587, security: 'starttls' });

  expect(session).toOfferMechanisms('PLAIN', 'LOGIN');
  expect(session).not.toOfferMechanisms('ANONYMOUS');
});
