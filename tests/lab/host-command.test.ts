import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ResultFile } from '../../helpers/model/result';
import { harness } from '../programs';
import { listening, refusesLogins, relaysForAll } from '../unit/targets/odd-servers';

/** Asks such a server as a user does, in a process of its own. */
async function verify(serve: (socket: Socket) => void, argv: readonly string[] = []) {
  await using server = await listening(createServer(serve));
  const out = mkdtempSync(join(tmpdir(), 'verify-host-'));
  const host = ['--host', `127.0.0.1:${server.port}`, '--yes', '--json', '--out', out];
  try {
    const env = { ...process.env, SMTP_AUTH_PASSWORD: 'wrong-horse' };
    const child = spawn(process.execPath, [...harness, 'verify', ...host, ...argv], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [json, shown, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    const { checks, target } = JSON.parse(json) as ResultFile;
    const junit = readFileSync(join(out, 'junit.xml'), 'utf8');
    const failed = checks.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
    return { status, shown, checks, target, junit, failed, port: server.port };
  } finally {
    rmSync(out, { recursive: true });
  }
}

test.concurrent.each<[string, (socket: Socket) => void, string]>([
  [
    'an SSH server',
    (socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'),
    'that is an SSH server: “SSH-2.0-OpenSSH_9.2”',
  ],
  ['a port that closes', (socket) => socket.end(), 'it closes the connection at once, without a greeting'],
  [
    'a port that says 10 MB',
    (socket) => socket.write('x'.repeat(10_000_000)),
    'its greeting is no reply of SMTP (a line is longer than 8192 bytes)',
  ],
])(
  '%s is told in at most ten lines, and is one error',
  async (_, serve, words) => {
    const { status, shown, checks, target, junit, port } = await verify(serve);

    expect(status).toBe(2);
    expect(shown).toContain(`${port}: ${words}`);
    expect(shown.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
    expect(shown).toMatch(/Asked 0 of \d{3}/);
    expect(target.name).toBe(`127.0.0.1:${port}`);
    expect(checks.filter(({ verdict }) => verdict === 'could-not-tell')).toMatchObject([{ id: 'harness/start' }]);
    expect(junit).toContain('failures="0" errors="1"');
  },
  60_000,
);

test.concurrent('a wrong password is one sentence, and exit 2', async () => {
  const { status, shown, failed, port } = await verify(refusesLogins, ['--user', 'alice']);

  expect({ status, failed }).toEqual({ status: 2, failed: [] });
  expect(shown).toContain(`the server refuses alice by PLAIN on ${port}: 535 5.7.8 no`);
  expect(shown).not.toContain('wrong-horse');
  expect(shown.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
}, 60_000);

test.concurrent('on whatever port it is, a server is asked whether it relays for all', async () => {
  const { status, failed } = await verify(relaysForAll, ['--suite', 'open-relay']);

  expect(status).toBe(1);
  expect(failed).toContain('open-relay/outside-anonymous-foreign');
}, 60_000);

test.concurrent('a server that relays for nobody is no open relay, and the last line says how much was asked', async () => {
  const { status, shown, failed } = await verify(refusesLogins, ['--suite', 'open-relay']);

  expect({ status, failed }).toEqual({ status: 0, failed: [] });
  expect(shown).toMatch(/\d+ held, \d+ not applicable; asked \d+ of \d+ \(/);
}, 60_000);
