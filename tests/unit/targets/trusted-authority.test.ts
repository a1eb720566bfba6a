import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trustAuthority, trustedAuthorityFiles } from '../../../helpers/targets/trusted-authority';

const folder = mkdtempSync(join(tmpdir(), 'trust-'));
afterAll(() => rmSync(folder, { recursive: true }));

const smarthost = { host: 'smarthost.elsewhere.example', port: 587, user: 'relay', password: 'x', trusted: true };
const offers = { authBeforeTls: undefined, mechanisms: undefined, trusted: undefined, smarthost };

/** A machine that has this program and no other. */
function machine(program: string, status: number) {
  const path = mkdtempSync(join(folder, 'bin-'));
  writeFileSync(join(path, program), `#!/bin/sh\necho 1 added\nexit ${status}\n`, { mode: 0o755 });
  return async (script: string) =>
    execFileSync('/bin/sh', ['-c', script], {
      env: { PATH: path },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
}

test.each([
  ['update-ca-certificates', 0, "The lab's authority is among those that the image trusts, by update-ca-certificates."],
  ['update-ca-trust', 0, "The lab's authority is among those that the image trusts, by update-ca-trust."],
  ['update-ca-trust', 1, expect.stringContaining('it can not verify its smarthost')],
  ['something-else', 0, expect.stringContaining('it can not verify its smarthost')],
])('on a machine with %s, which ends with %i: %s', async (program, status, words) => {
  expect(await trustAuthority({ offers }, machine(program, status))).toEqual(words);
});

test('an image whose profile does not say so is given no authority', async () => {
  const silent = { offers: { ...offers, smarthost: { ...smarthost, trusted: false } } };

  expect(trustedAuthorityFiles(silent, { root: 'PEM' })).toEqual([]);
  expect(await trustAuthority(silent, () => Promise.reject(new Error('not to be run')))).toBeUndefined();
  expect(trustedAuthorityFiles({ offers }, { root: 'PEM' })).toHaveLength(2);
});
