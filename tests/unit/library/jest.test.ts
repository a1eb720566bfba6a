import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import '../../../helpers/library/jest';

const root = join(__dirname, '../../..');

test('outside of Jest it says where it is to be imported, and what to do without a global expect', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-r', './.ci/typescript.js', '-e', `require('./helpers/library/jest')`],
    { cwd: root, encoding: 'utf8' },
  );

  expect(status).toBe(1);
  expect(stderr).toContain('Import it in a test file, or name it in setupFilesAfterEnv (not setupFiles)');
  expect(stderr).toContain('expect.extend(mailMatchers)');
});

test('within Jest it teaches expect the matchers', () => {
  expect(() => expect({}).toBeRelayed()).toThrow('this matcher judges a mail');
});
