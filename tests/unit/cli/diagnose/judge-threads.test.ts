import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JudgeThreads } from '../../../../helpers/cli/diagnose/judge-threads';
import { noFacts } from '../../../../helpers/diagnosis/configuration/read-configuration';

test('two threads find what one finds, and the process ends when they are done', () => {
  const folder = mkdtempSync(join(tmpdir(), 'judge-threads-'));
  try {
    const lines = Array.from({ length: 5000 }, (_, n) => {
      return `Nov 24 23:49:37 mail postfix/smtpd[${n % 50}]: warning: x[192.0.2.${n % 5}]: SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=user${n}`;
    });
    const path = join(folder, 'maillog');
    writeFileSync(path, `${lines.join('\n')}\n`);
    const root = join(__dirname, '../../../..');
    const program = join(__dirname, 'threads-program.ts');
    const output = execFileSync(process.execPath, ['-r', './.ci/typescript.js', program, path], { cwd: root });
    const [alone, together] = JSON.parse(output.toString());

    expect(together).toEqual(alone);
    expect(alone.findings[0].lines).toBe(5000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('on one processor there are no threads', () => {
  expect(new JudgeThreads(noFacts, { count: 1 }).areReady()).toBe(false);
});
