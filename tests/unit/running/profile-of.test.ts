import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suites } from '../../../helpers/checks/suites';
import { profileOf } from '../../../helpers/running/profile-of';

const folder = mkdtempSync(join(tmpdir(), 'profile-'));
afterAll(() => rmSync(folder, { recursive: true }));

function accepting(check: string): string {
  const file = join(folder, 'mail.yaml');
  writeFileSync(file, `image: mail:7\naccept: [{ check: ${check}, reason: it is meant }]\n`);
  return file;
}

test('a check that is there may be accepted to fail', () => {
  expect(profileOf(accepting('open-relay/form-bang'), suites).accept).toHaveLength(1);
});

test('one that is not there would never be missed, and is told with the one that was meant', () => {
  expect(() => profileOf(accepting('open-relay/form-bnag'), suites)).toThrow(/did you mean open-relay\/form-bang\?/);
});
