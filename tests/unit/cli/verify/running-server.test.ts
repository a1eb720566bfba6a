import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { agreeOn, type NamedServer, parseHost } from '../../../../helpers/cli/verify/running-server';

const named: NamedServer = {
  host: 'mail.example.test',
  ports: [587],
  readyTimeoutMs: undefined,
  user: undefined,
  fromDomain: 'example.org',
  toDomain: 'example.com',
  send: false,
  agreed: false,
};

const nobody = { input: new PassThrough(), output: new PassThrough() };

test.each([
  ['mail.example.test', { host: 'mail.example.test', ports: [25] }],
  ['192.0.2.1:587', { host: '192.0.2.1', ports: [587] }],
  ['[2001:db8::1]:465', { host: '2001:db8::1', ports: [465] }],
  ['mail.example.test:25,587,465', { host: 'mail.example.test', ports: [25, 587, 465] }],
  ['mail.example.test:25,', { host: 'mail.example.test', ports: [25] }],
  ['mail.example.test:25,0', undefined],
  ['mail.example.test:', undefined],
  ['mail.example.test:0', undefined],
  ['smtp://mail.example.test', undefined],
  ['', undefined],
])('%j names a server or none', (written, place) => {
  expect(parseHost(written)).toEqual(place);
});

test('who is not asked and has not agreed has not agreed', async () => {
  await expect(agreeOn(named, {}, nobody)).rejects.toThrow(/mail\.example\.test is not this machine: --yes/);
});

test('this machine may be asked by whoever works on it', async () => {
  expect(await agreeOn({ ...named, host: '127.0.0.1' }, {}, nobody)).toMatchObject({
    host: '127.0.0.1',
    user: undefined,
  });
});

test.each([
  ['y', true],
  ['yes', true],
  ['', false],
  ['n', false],
])('the answer %j is taken as it is meant', async (answer, agreed) => {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const server = agreeOn(named, {}, { input, output: new PassThrough() });
  input.write(`${answer}\n`);

  expect((await server) !== undefined).toBe(agreed);
});

test('the password comes from the environment', async () => {
  const server = await agreeOn({ ...named, agreed: true, user: 'alice' }, { SMTP_AUTH_PASSWORD: 'x' }, nobody);

  expect(server?.user).toEqual({ name: 'alice', password: 'x' });
});

test('a password that is typed is not shown', async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough();
  const server = agreeOn({ ...named, agreed: true, user: 'alice' }, {}, { input, output });
  input.write('correct-horse\n');

  expect((await server)?.user?.password).toBe('correct-horse');
  output.end();
  expect(await text(output)).toBe('Password of alice: \n');
});

test('without a terminal and a variable, what is missing is named', async () => {
  await expect(agreeOn({ ...named, agreed: true, user: 'alice' }, {}, nobody)).rejects.toThrow(
    /set SMTP_AUTH_PASSWORD/,
  );
});
