import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expectedFiles } from './expected-files';
import { type Ended, InstalledPackage } from './installed-package';

let installed: InstalledPackage;
let withoutJest: Ended;

beforeAll(async () => {
  installed = await InstalledPackage.install();
  const { files, unpackedSize } = installed.packed;
  process.stdout.write(`the package: ${files.length} files, ${Math.round(unpackedSize / 1000)} kB unpacked\n`);
  withoutJest = await installed.command('verify', '--image', 'debian12');
  await installed.add(`jest@${devDependencies.jest}`);
}, 300_000);

const { devDependencies } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));

afterAll(() => installed?.[Symbol.dispose]());

test('verify says which command installs Jest, where there is none', () => {
  expect(withoutJest.status).toBe(2);
  expect(withoutJest.output).toMatch(
    /^verify: a package that this needs is not installed: verify runs its checks by Jest: npm install --save-dev jest@30\n/m,
  );
  expect(withoutJest.output).not.toMatch(/^ +at /m);
});

test('a project that installs it gets Testcontainers once, and neither Jest nor esbuild', () => {
  const { packages } = JSON.parse(readFileSync(join(installed.folder, 'package-lock.json'), 'utf8'));
  const places = (name: string) => Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`));

  expect(places('testcontainers')).toEqual(['node_modules/testcontainers']);
  expect(places('esbuild')).toEqual([]);
  // The one that this test has added.
  expect(places('jest')).toEqual(['node_modules/jest']);
});

test('a profile in TypeScript asks for what reads it', async () => {
  installed.write('image.ts', `export default { image: 'mymail:ci' };`);
  installed.write('read.cjs', `require('smtp-auth-harness').MailServerContainer.fromProfile('image.ts');`);

  const { output } = await installed.run([process.execPath, 'read.cjs']);

  expect(output).toContain(
    'image.ts is TypeScript: npm install --save-dev esbuild esbuild-register, or write it as YAML',
  );
});

test('the documents that messages name are there', async () => {
  installed.write('wrong.yaml', 'imgae: mymail:ci\n');
  installed.write('read.cjs', `require('smtp-auth-harness').MailServerContainer.fromProfile('wrong.yaml');`);

  const { output } = await installed.run([process.execPath, 'read.cjs']);

  const [page = 'no page is named'] = /\S+\.md/.exec(output) ?? [];
  expect(page).toBe('node_modules/smtp-auth-harness/docs/profiles.md');
  expect(existsSync(join(installed.folder, page))).toBe(true);
});

test('the package holds what it needs and nothing else', () => {
  const files = installed.packed.files.map(({ path }) => path);

  expect(files.filter((path) => !path.endsWith('.d.ts')).sort()).toEqual(expectedFiles());
});

test('of the types it holds those that a compiler reads which meets the library', async () => {
  installed.write('all.ts', `import 'smtp-auth-harness';\nimport 'smtp-auth-harness/jest';\n`);
  const { output } = await installed.compile('all.ts', '--listFilesOnly');
  const read = output.split('\n').flatMap((line) => line.split('/node_modules/smtp-auth-harness/')[1] ?? []);
  const types = installed.packed.files.map(({ path }) => path).filter((path) => path.endsWith('.d.ts'));

  expect(types).toContain('dist/helpers/library/index.d.ts');
  expect([...types].sort()).toEqual([...read].sort());
}, 60_000);

test('every package that its code loads is one of its dependencies or peers', () => {
  const own = join(installed.folder, 'node_modules/smtp-auth-harness');
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
  const loaded = installed.packed.files
    .filter(({ path }) => path.endsWith('.js'))
    .flatMap(({ path }) => [
      ...readFileSync(join(own, path), 'utf8').matchAll(/\brequire(?:\.resolve)?\(["']([^."'][^"']*)/g),
    ])
    .map(([, name = '']) => name)
    .filter((name) => !isBuiltin(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));

  expect([...new Set(loaded)].sort()).toEqual(
    Object.keys({ ...dependencies, ...peerDependencies })
      .filter((name) => name !== 'esbuild')
      .sort(),
  );
});

test('--help names the commands, and each explains itself by the name that the user typed', async () => {
  const help = await installed.command('--help');
  expect(help).toMatchObject({ status: 0, output: expect.stringMatching(/verify .*diagnose .*reproduce /s) });

  for (const command of ['verify', 'diagnose', 'reproduce']) {
    const { status, output } = await installed.command(command, '--help');
    expect({ status, output }).toMatchObject({ status: 0, output: expect.not.stringContaining('npm run') });
    expect(output).toMatch(new RegExp(`^Usage: npx smtp-auth-harness ${command} `));
  }
}, 60_000);

test('--version is that of package.json', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));

  expect(await installed.command('--version')).toEqual({ status: 0, output: `${version}\n` });
  expect(await installed.command('verify', '--version')).toEqual({ status: 0, output: `${version}\n` });
}, 60_000);

test('an unknown command is named, with what was probably meant', async () => {
  expect(await installed.command('verfy')).toEqual({
    status: 2,
    output: 'smtp-auth-harness: unknown command "verfy"; did you mean verify?\n',
  });
}, 60_000);

test('diagnose reads a log, and its status says that something is wrong', async () => {
  installed.copy('tests/fixtures/maillog/none-installed-2.10.1.log');

  const { status, output } = await installed.command('diagnose', 'tests/fixtures/maillog/none-installed-2.10.1.log');

  expect({ status, output }).toMatchObject({ status: 1, output: expect.stringContaining('no-mechanisms/') });
}, 60_000);

test('reproduce lists the known failure modes', async () => {
  expect(await installed.command('reproduce')).toMatchObject({
    status: 0,
    output: expect.stringContaining('saslauthd/not-running'),
  });
}, 60_000);

test('an ES module can import the library, and a script can require it', async () => {
  installed.write(
    'module.mjs',
    `import { MailServerContainer } from 'smtp-auth-harness'; new MailServerContainer('debian12');`,
  );
  installed.write('script.cjs', `const { smtpReady } = require('smtp-auth-harness'); smtpReady();`);

  expect(await installed.run([process.execPath, 'module.mjs'])).toEqual({ status: 0, output: '' });
  expect(await installed.run([process.execPath, 'script.cjs'])).toEqual({ status: 0, output: '' });
}, 60_000);

test('the types are strict, and reject what is wrong', async () => {
  installed.write(
    'types.ts',
    `import { MailServerContainer, type SentMail, smtpReady } from 'smtp-auth-harness';
import 'smtp-auth-harness/jest';
export async function send(): Promise<SentMail> {
  await using server = await new MailServerContainer('debian12').withMailUser('carol', 'secret').start();
  // @ts-expect-error no such vantage point
  await server.send({ vantage: 'nowhere' });
  return server.send({ vantage: '198.51.100.20', port: 587, security: 'starttls', user: server.user });
}
export function judge(mail: SentMail): void {
  expect(mail).not.toBeRelayed();
  expect(mail).toBeRefused(554, '5.7.1');
  // @ts-expect-error the code is a number
  expect(mail).toBeRefused('554');
}
export const milliseconds: number = smtpReady({ port: 587 }).getStartupTimeout();
`,
  );

  expect(await installed.compile('types.ts')).toEqual({ status: 0, output: '' });
}, 60_000);

test('every name that it exports is there for a compiler', async () => {
  const index = join(installed.folder, 'node_modules/smtp-auth-harness/dist/helpers/library/index.d.ts');
  const names = [...readFileSync(index, 'utf8').matchAll(/^export (?:type )?\{(.*?)\}/gms)].flatMap(([, list = '']) =>
    list.split(',').map((name) =>
      name
        .replace(/^\s*type /, '')
        .replace(/.* as /, '')
        .trim(),
    ),
  );
  installed.write('names.ts', `export { ${names.join(', ')} } from 'smtp-auth-harness';\n`);

  expect(names).toEqual(
    expect.arrayContaining(['ProfileInput', 'Sink', 'DnsServer', 'RelayedMessage', 'mailMatchers']),
  );
  expect(await installed.compile('names.ts')).toEqual({ status: 0, output: '' });
}, 60_000);

test('verify starts a server, and leaves its reports below the folder in which it was called', async () => {
  const { status, output } = await installed.command(
    ...['verify', '--image', 'debian12', '--suite', 'anonymous-denial'],
  );

  expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining('reports/out/result.json') });
  const { checks } = JSON.parse(readFileSync(join(installed.folder, 'reports/out/result.json'), 'utf8'));
  expect(checks.length).toBeGreaterThan(0);
  expect(existsSync(join(installed.folder, 'node_modules/smtp-auth-harness/dist/reports/out'))).toBe(false);
}, 400_000);

test('the status of verify passes through where something failed', async () => {
  const anonymous = 'smtpd_sasl_security_options=';
  const { status, output } = await installed.command(
    ...['verify', '--image', 'debian12', '--suite', 'anonymous-denial', '--out', 'broken', '--set', anonymous],
  );

  expect({ status, output }).toMatchObject({ status: 1, output: expect.stringContaining('broken/result.json') });
}, 400_000);

test('the examples compile, and hold', async () => {
  installed.copy('examples');
  const examples = ['mail-image', 'order-mail', 'wait-strategy'].map((name) => `examples/${name}.test.ts`);
  expect(await installed.compile(...examples)).toEqual({ status: 0, output: '' });

  const { target } = JSON.parse(readFileSync(join(installed.folder, 'reports/out/result.json'), 'utf8'));
  const jest = ['node_modules/jest/bin/jest.js', '--testRegex=[.]test[.]js$'];
  // Testcontainers' own reaper can't be had without an image registry.
  const env = { MAIL_IMAGE: target.image, TESTCONTAINERS_RYUK_DISABLED: 'true' };
  const { status, output } = await installed.run([process.execPath, ...jest], env);

  expect({ status, output }).toMatchObject({
    status: 0,
    output: expect.stringMatching(/^Tests: +8 passed, 8 total$/m),
  });
}, 400_000);
