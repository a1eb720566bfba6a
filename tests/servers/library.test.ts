import '../../helpers/library/jest';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
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

test('and for its user who shows a certificate instead of a password', async () => {
  const mail = await server.send({
    port: 587,
    security: 'starttls',
    mechanism: 'EXTERNAL',
    tls: server.clientCertificate('alice'),
    to: 'dave@elsewhere.example',
  });

  expect(mail).toBeRelayed();
});

test('and not for who shows one of somebody else', async () => {
  const mail = await server.send({
    port: 587,
    security: 'starttls',
    mechanism: 'EXTERNAL',
    tls: server.clientCertificate('mallory'),
    to: 'dave@elsewhere.example',
  });

  expect(mail).toBeRefused(535);
});

test('and for an application that verifies its certificate', async () => {
  const url = server.getSmtpUrl({ port: 587, user: alice });
  const mailer = createTransport({ url, requireTLS: true, tls: server.tls });

  const sent = await mailer.sendMail({ from: 'alice@example.test', to: 'erin@elsewhere.example', text: 'Hello.' });

  expect(sent.accepted).toEqual(['erin@elsewhere.example']);
});
