import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const { dependencies, devDependencies, peerDependencies } = read('package.json') as Record<
  string,
  Record<string, string>
>;

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly license?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const shipped = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional);

/** That let everybody use, change and pass on what is made with them; those of all packages that users get. */
const permissive = new Set(['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense']);

/** For tools, which are not passed on; the last three ask something of who passes on a changed copy, or of data. */
const ofTools = new Set([...permissive, 'BlueOak-1.0.0', 'WTFPL', 'CC0-1.0', 'MPL-2.0', 'CC-BY-4.0']);

/** Their package.json has the licence in the old form, `"licenses": [{ "type": "MIT" }]`, which npm does not lock. */
const oldForm = new Set(['node_modules/buildcheck', 'node_modules/cpu-features', 'node_modules/ssh2']);

test('Every package has a licence that is in the list', () => {
  const unexpected = locked.filter(([path, { license, dev, devOptional }]) => {
    const words = oldForm.has(path) ? licencesOf(path) : (license ?? 'none').replace(/[()]/g, '');
    const known = dev || devOptional ? ofTools : permissive;
    // `A OR B` is what one likes of them, `A AND B` is both.
    return !words.split(' OR ').some((choice) => choice.split(' AND ').every((one) => known.has(one)));
  });

  expect(unexpected.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

test('What users get is few packages', () => {
  expect(shipped.map(([path]) => path.replaceAll('node_modules/', '')).sort()).toEqual([
    '@commander-js/extra-typings',
    '@leichtgewicht/ip-codec',
    '@mongodb-js/saslprep',
    ...['asn1', 'bcrypt-pbkdf', 'buildcheck'],
    'commander',
    'cpu-features',
    'dns-packet',
    'memory-pager',
    'nan',
    'nodemailer',
    'punycode.js',
    'safer-buffer',
    'smtp-server',
    'smtp-server/nodemailer',
    'sparse-bitfield',
    'ssh2',
    'tweetnacl',
    'yaml',
    'zod',
  ]);
});

test('Of what users get only ssh2 runs anything when it is installed: it tries to build what makes it faster', () => {
  const running = shipped.filter(([, { hasInstallScript }]) => hasInstallScript);

  expect(running.map(([path]) => path)).toEqual(['node_modules/cpu-features', 'node_modules/ssh2']);
});

test('No package runs anything new when the tools are installed', () => {
  expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual(
    ['@parcel/watcher', '@swc/core', 'cpu-features', 'esbuild', 'protobufjs', 'ssh2'].map(
      (name) => `node_modules/${name}`,
    ),
  );
});

test('Every file that npm fetches has its hash, and every version is exact', () => {
  const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  );

  expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  expect(ranges).toEqual([]);
});

test('docs/security.md says of each package why it is there', () => {
  const rows = readFileSync(join(root, 'docs/security.md'), 'utf8').matchAll(/^\| `(\S+)` +\| (\S.*?) +\| \S/gm);
  const told = [...rows].map(([, name, whom]) => `${name} ${whom}`);

  const peers = Object.keys(peerDependencies ?? {});
  const tools = Object.keys(devDependencies ?? {}).filter((name) => !peers.includes(name));
  expect(told.sort()).toEqual(
    [
      ...Object.keys(dependencies ?? {}).map((name) => `${name} users`),
      ...peers.map((name) => `${name} a peer`),
      ...tools.map((name) => `${name} the project`),
    ].sort(),
  );
});

/** Where a package for another platform is not installed, nobody passes it on. */
function licencesOf(path: string): string {
  if (!existsSync(join(root, path))) return 'MIT';
  const { licenses } = read(join(path, 'package.json')) as { readonly licenses: readonly { readonly type: string }[] };
  return licenses.map(({ type }) => type).join(' AND ');
}
