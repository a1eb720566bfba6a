import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { suites } from '../../../helpers/checks/suites';
import { profileOf } from '../../../helpers/running/profile-of';

const examples = join(__dirname, '../../../examples/images');
const folder = mkdtempSync(join(tmpdir(), 'examples-'));
const profiles = readdirSync(examples).filter((name) => name.endsWith('.yaml'));

afterAll(() => rmSync(folder, { recursive: true }));

test.each(profiles)('examples/images/%s is a profile', (name) => {
  cpSync(join(examples, name), join(folder, name));
  writeComposeFile(parse(readFileSync(join(examples, name), 'utf8')).compose);

  const profile = profileOf(join(folder, name), suites);

  expect(profile.name).toBe(name.replace('.yaml', ''));
});

test('the index has each of them', () => {
  const named = readFileSync(join(examples, 'README.md'), 'utf8').matchAll(/\]\(([\w-]+\.yaml)\)/g);

  expect([...named].map(([, file]) => file).sort()).toEqual(profiles);
});

/** The file beside which such a profile belongs, as far as its names go. */
function writeComposeFile(
  compose: undefined | { readonly file: string; readonly service: string; readonly with?: readonly string[] },
): void {
  if (!compose) return;
  const names = [compose.service, ...(compose.with ?? [])];
  writeFileSync(join(folder, compose.file), JSON.stringify({ services: Object.fromEntries(names.map(asService)) }));
}

function asService(name: string) {
  return [name, { image: name }] as const;
}
