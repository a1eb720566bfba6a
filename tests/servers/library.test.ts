import '../../helpers/library/jest';
import { join } from 'node:path';
import { MailServerContainer, type StartedMailServer } from '../../helpers/library/index';

const alice = { name: 'alice', password: 'correct-horse-alice' };
let server: StartedMailServer;

// Exim is built where it is not here yet.
beforeAll(async () => {
  const profile = join(__dirname, '../../containers/servers/exim/profile.yaml');
  server = await MailServerContainer.fromProfile(profile).start();
}, 300_000);

afterAll(() => server?.stop());

test('the server of a profile relays for its user', async () => {
  const mail = await server.send({
    vantage: 'outside',
    port: 587,
    security: 'starttls',
    user: alice,
    to: 'dave@elsewhere.example',
  });

  expect(mail).toBeRelayed();
});

test('and for nobody else', async () => {
  const mail = await server.send({ vantage: 'outside', to: 'dave@elsewhere.example' });

  expect(mail).toBeRefused(550);
});

test('and for the client that the profile says is trusted', async () => {
  const mail = await server.send({ vantage: '192.0.2.10', to: 'dave@elsewhere.example' });

  expect(mail).toBeRelayed();
});
