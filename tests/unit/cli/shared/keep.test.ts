import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { typescript } from '../../../programs';

const program = [process.execPath, '-r', typescript, join(__dirname, 'kept-program.ts')];

test('What is left running holds no pipe open: a command behind it, or a shell that takes its output, goes on', async () => {
  const { stdout } = await promisify(execFile)('sh', ['-c', '"$@" 2>&1 | cat', 'sh', ...program], { timeout: 170_000 });
  const [, pid] = /^kept by (\d+)\n$/.exec(stdout) ?? [];

  // It is there still: that throws where nobody has the number.
  expect(process.kill(Number(pid), 'SIGKILL')).toBe(true);
}, 180_000);
