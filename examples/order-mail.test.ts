import { MailServerContainer, type StartedMailServer } from 'smtp-auth-harness';
import { confirmOrder } from './order-mail';

const shop = { name: 'shop', password: 'p@ss/word' };
let server: StartedMailServer;

beforeAll(async () => {
  server = await new MailServerContainer('debian12').withMailUser(shop.name, shop.password).start();
}, 300_000);

afterAll(() => server.stop(), 60_000);

test('the buyer gets a confirmation, by way of the mail server', async () => {
  const url = server.getSmtpUrl({ port: 587, user: shop });

  await confirmOrder(url, { number: 7, email: 'dave@elsewhere.example' });

  const message = await server.sink.waitForMessage(({ rcptTo }) => rcptTo.includes('dave@elsewhere.example'));
  expect(message.mailFrom).toBe('shop@outside.example');
  expect(message.headers).toContainEqual({ name: 'Subject', value: 'Your order 7' });
  expect(message.body).toContain('It is on its way.');
}, 60_000);

test('where the password is wrong, the order fails with the reply of the server', async () => {
  const url = server.getSmtpUrl({ port: 587, user: { ...shop, password: 'changed' } });

  await expect(confirmOrder(url, { number: 8, email: 'erin@elsewhere.example' })).rejects.toMatchObject({
    code: 'EAUTH',
    responseCode: 535,
  });
  expect(server.sink.find(({ rcptTo }) => rcptTo.includes('erin@elsewhere.example'))).toBeUndefined();
}, 60_000);
