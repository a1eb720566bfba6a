import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { harness } from '../../../programs';

const root = join(__dirname, '../../../..');

async function run(argv: readonly string[], unread = false) {
  const child = spawn(process.execPath, [...harness, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: root,
  });
  if (unread) child.stdout.destroy();
  const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  return { status, stderr };
}

// A process for each, which loads TypeScript: seconds on a busy machine.
test.each([[['--help']], [['verify', '--list']], [['diagnose', '--help']], [['reproduce']]] as const)(
  '%j whose output nobody reads ends as it should',
  async (argv) => {
    expect(await run(argv, true)).toEqual({ status: 0, stderr: '' });
  },
  30_000,
);

test('a mistake of the user is told without a stack trace, and is status 2', async () => {
  const { status, stderr } = await run(['verify', '--host', '127.0.0.1', '--out', '/dev/null/reports']);

  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^verify: no reports can be written to \/dev\/null\/reports: .*\n {2}→ give another folder with --out\n$/,
  );
}, 30_000);
