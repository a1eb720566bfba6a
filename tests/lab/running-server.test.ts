import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResultFile } from '../../helpers/model/result';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';
import { harness } from '../programs';

const out = mkdtempSync(join(tmpdir(), 'verify-'));
let target: Target;

beforeAll(async () => {
  target = await startTarget(preparedTarget());
}, 60_000);

afterAll(async () => {
  rmSync(out, { recursive: true });
  await target?.[Symbol.asyncDispose]();
});

test('a running server is asked as far as RCPT, and nothing is sent', async () => {
  const { status, text, result } = await verify('--yes');

  expect(status).toBe(0);
  expect(result.summary.held).toBeGreaterThan(20);
  expect(target.sink.messages).toEqual([]);
  expect(text).not.toContain(target.facts.user.password);
}, 120_000);

test('with --send it is, and arrives', async () => {
  expect((await verify('--yes', '--send')).status).toBe(0);

  await target.sink.waitForMessage(({ rcptTo }) => rcptTo.some((to) => to.endsWith('elsewhere.example')), {
    timeoutMs: 10_000,
    what: 'a message',
  });
}, 120_000);

test('nobody is asked who has not agreed', async () => {
  const { status, complaint } = await verify();

  expect(status).toBe(2);
  expect(complaint).toContain('--yes says that you may try to relay there');
});

/** As a user runs it, in a process of its own. */
async function verify(...argv: readonly string[]) {
  const { host, port } = target.clientAddress('outside', 587);
  const { user, password } = target.facts.user;
  const domains = ['--from-domain', 'outside.example', '--to-domain', 'elsewhere.example'];
  const child = spawn(
    process.execPath,
    [...harness, 'verify'].concat(['--host', `${host}:${port}`, '--user', user, '--out', out, ...domains], argv),
    { env: { ...process.env, SMTP_AUTH_PASSWORD: password }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk;
  });
  const [status] = await once(child, 'close');
  const text = status === 2 ? '{"summary":{}}' : readFileSync(join(out, 'result.json'), 'utf8');
  return { status, complaint, text, result: JSON.parse(text) as ResultFile };
}
