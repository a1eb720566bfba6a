import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { UnanswerableChallenge } from '../../../../helpers/smtp/sasl/mechanism';
import { mechanismFor } from '../../../../helpers/smtp/sasl/mechanism-for';

// GNU SASL is another's reading of the same RFCs: `bash containers/setup.sh gsasl`, where it is not there. In CI it must be.
const isInstalled = spawnSync('gsasl', ['--version']).status === 0;
const describeGsasl = isInstalled || process.env.CI ? describe : describe.skip;

const host = 'mail.example.test';
const mechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5', 'SCRAM-SHA-1', 'SCRAM-SHA-256'];

describeGsasl('a server of GNU SASL', () => {
  test.concurrent.each(mechanisms)('is content with %s', async (name) => {
    const { trusted, mechanism } = await exchange(name, { known: 'correct-horse', given: 'correct-horse' });

    expect(trusted).toBe(true);
    expect(mechanism.serverIsProven?.() ?? true).toBe(true);
  });

  test.concurrent.each(mechanisms)('is not with %s by a wrong password', async (name) => {
    const { trusted, mechanism } = await exchange(name, { known: 'correct-horse', given: 'wrong-horse' });

    expect(trusted).toBe(false);
    expect(mechanism.serverIsProven?.() ?? false).toBe(false);
  });

  test.concurrent.each(['PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-256'])(
    'takes a password by %s in any spelling that RFC 4013 makes the same',
    async (name) => {
      const { trusted } = await exchange(name, { known: 'Pa\u00dfwort \u2168', given: 'Pa\u00dfwort IX' });

      expect(trusted).toBe(true);
    },
  );
});

/** One exchange with a server that knows the user by a password; it says at the end whom it trusts. */
async function exchange(name: string, { known, given }: { readonly known: string; readonly given: string }) {
  const mechanism = mechanismFor(name, { user: 'alice', password: given, host });
  if (!mechanism) throw new TypeError(`no mechanism ${name}`);
  const server = spawn(
    'gsasl',
    ['--server', `--mechanism=${name}`, '--authentication-id=alice', `--password=${known}`, '--no-cb']
      .concat(['--service=smtp', `--hostname=${host}`, '--realm=example.test'])
      .concat(['--quality-of-protection=qop-auth']),
  );
  let said = '';
  server.stderr.on('data', (bytes) => {
    said += bytes;
    if (said.includes('authentication finished')) server.stdin.end();
  });
  const ended = once(server, 'close');
  await answer(server, mechanism);
  await ended;
  return { trusted: said.includes('client trusted'), mechanism };
}

/** Answers each line of base64 with a line; the first message of the client goes to the server's first, empty one. */
async function answer(
  { stdin, stdout }: ReturnType<typeof spawn>,
  mechanism: NonNullable<ReturnType<typeof mechanismFor>>,
) {
  if (!stdin || !stdout) throw new TypeError('gsasl has no input and output');
  // It may have ended, having said no.
  stdin.on('error', () => {});
  let first = mechanism.initialResponse;
  for await (const line of createInterface({ input: stdout })) {
    // It says first which mechanism it speaks.
    if (line === mechanism.name) continue;
    try {
      const response = first ?? mechanism.respond(Buffer.from(line, 'base64'));
      first = undefined;
      stdin.write(`${response.toString('base64')}\n`);
    } catch (error) {
      if (!(error instanceof UnanswerableChallenge)) throw error;
      stdin.end();
    }
  }
}
