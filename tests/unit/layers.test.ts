import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { importsIn } from './imports-in';

const root = join(__dirname, '../..');

/** Which folder may import which: DESIGN's table. "types": with `import type` only. */
const mayImport: Readonly<Record<string, Readonly<Record<string, 'all' | 'types'>>>> = {
  'helpers/model': {},
  'helpers/document-path.ts': {},
  'helpers/errors.ts': { 'helpers/document-path.ts': 'all' },
  'helpers/did-you-mean.ts': {},
  'helpers/shell-quote.ts': {},
  'helpers/unhurried.ts': {},
  'helpers/settings': { 'helpers/model': 'all', 'helpers/errors.ts': 'all' },
  'helpers/postfix': { 'helpers/model': 'all', 'helpers/shell-quote.ts': 'all' },
  containers: {
    'helpers/model': 'all',
    'helpers/errors.ts': 'all',
    'helpers/settings': 'all',
    'helpers/shell-quote.ts': 'all',
  },
  'helpers/smtp': { 'helpers/model': 'all', 'helpers/errors.ts': 'all' },
  'helpers/world': { 'helpers/model': 'all', 'helpers/errors.ts': 'all' },
  'helpers/maillog': { 'helpers/model': 'all', 'helpers/postfix': 'all' },
  'helpers/targets': {
    'helpers/unhurried.ts': 'all',
    'helpers/document-path.ts': 'all',
    'helpers/model': 'all',
    'helpers/errors.ts': 'all',
    containers: 'all',
    'helpers/world': 'all',
    'helpers/smtp': 'all',
  },
  'helpers/sessions': {
    'helpers/unhurried.ts': 'all',
    'helpers/model': 'all',
    'helpers/smtp': 'all',
    'helpers/maillog': 'all',
    'helpers/targets': 'types',
  },
  'helpers/checks': {
    'helpers/unhurried.ts': 'all',
    'helpers/model': 'all',
    'helpers/smtp': 'all',
    'helpers/postfix': 'all',
    'helpers/maillog': 'all',
    'helpers/sessions': 'all',
    // The suite no-mechanisms breaks its servers as the catalogue says.
    'helpers/failure-modes': 'all',
    'helpers/targets': 'types',
    'helpers/world': 'types',
  },
  'helpers/failure-modes': { 'helpers/model': 'all', 'helpers/shell-quote.ts': 'all', 'helpers/postfix': 'all' },
  'helpers/diagnosis': {
    'helpers/did-you-mean.ts': 'all',
    'helpers/model': 'all',
    'helpers/postfix': 'all',
    'helpers/maillog': 'all',
    'helpers/failure-modes': 'all',
  },
  'helpers/reproduction': {
    'helpers/model': 'all',
    'helpers/postfix': 'all',
    'helpers/smtp': 'all',
    'helpers/sessions': 'all',
    'helpers/maillog': 'all',
    'helpers/diagnosis': 'all',
    'helpers/targets': 'types',
  },
  'helpers/causes': {
    'helpers/model': 'all',
    'helpers/maillog': 'all',
    'helpers/checks': 'all',
    'helpers/failure-modes': 'all',
    'helpers/diagnosis': 'all',
  },
  'helpers/running': {
    'helpers/maillog': 'all',
    'helpers/smtp': 'all',
    'helpers/causes': 'all',
    'helpers/model': 'all',
    'helpers/postfix': 'all',
    'helpers/errors.ts': 'all',
    'helpers/did-you-mean.ts': 'all',
    'helpers/settings': 'all',
    'helpers/checks': 'all',
    'helpers/profiles': 'all',
    'helpers/targets': 'all',
    containers: 'all',
    reports: 'all',
  },
  'helpers/documents': {
    'helpers/settings': 'all',
    'helpers/cli': 'all',
    'helpers/model': 'all',
    'helpers/checks': 'all',
    'helpers/failure-modes': 'all',
    reports: 'all',
  },
  'helpers/cli': {
    'helpers/document-path.ts': 'all',
    'helpers/model': 'all',
    'helpers/errors.ts': 'all',
    'helpers/did-you-mean.ts': 'all',
    'helpers/settings': 'all',
    'helpers/running': 'all',
    'helpers/checks': 'all',
    'helpers/failure-modes': 'all',
    'helpers/diagnosis': 'all',
    'helpers/reproduction': 'all',
    'helpers/profiles': 'all',
    'helpers/targets': 'all',
    containers: 'all',
    reports: 'all',
  },
  'helpers/page': {
    'helpers/model': 'all',
    'helpers/did-you-mean.ts': 'all',
    'helpers/failure-modes': 'all',
    'helpers/diagnosis': 'all',
    reports: 'all',
  },
  'helpers/profiles': { 'helpers/did-you-mean.ts': 'all', 'helpers/model': 'all', 'helpers/errors.ts': 'all' },
  'helpers/library': {
    'helpers/profiles': 'all',
    'helpers/model': 'all',
    'helpers/shell-quote.ts': 'all',
    'helpers/postfix': 'all',
    'helpers/errors.ts': 'all',
    'helpers/smtp': 'all',
    'helpers/sessions': 'all',
    'helpers/targets': 'all',
    'helpers/world': 'types',
    containers: 'all',
    reports: 'all',
  },
  reports: { 'helpers/model': 'all', 'helpers/settings': 'all' },
};

/** A package is imported by one folder, so that it can be replaced there. */
const packageHome: Readonly<Record<string, string>> = {
  nodemailer: 'helpers/smtp',
  '@mongodb-js/saslprep': 'helpers/smtp',
  'smtp-server': 'helpers/world',
  'dns-packet': 'helpers/world',
  testcontainers: 'containers',
  esbuild: 'helpers/page',
  zod: 'helpers/profiles',
  yaml: 'helpers/profiles',
  commander: 'helpers/cli',
  '@commander-js/extra-typings': 'helpers/cli',
};

const layers = Object.keys(mayImport);
const layerOf = (file: string) => layers.find((layer) => file === layer || file.startsWith(`${layer}/`));
const sources = layers.flatMap((layer) => (layer.endsWith('.ts') ? [layer] : filesBelow(layer)));
const imports = sources.flatMap(importsOf);

test('every folder imports only what the design lets it', () => {
  const wrong = imports.filter(({ file, target, typeOnly }) => {
    if (target === undefined) return false;
    const [from, to] = [layerOf(file), layerOf(target)];
    if (from === to && from !== undefined) return false;
    const allowed = from && to ? mayImport[from]?.[to] : undefined;
    return !(allowed === 'all' || (allowed === 'types' && typeOnly));
  });

  expect(wrong.map(({ file, name }) => `${file} -> ${name}`)).toEqual([]);
});

test('a package is imported by one folder', () => {
  const wrong = imports.filter(({ file, name }) => {
    const home = Object.entries(packageHome).find(
      ([packageName]) => name === packageName || name.startsWith(`${packageName}/`),
    )?.[1];
    return home !== undefined && layerOf(file) !== home;
  });

  expect(wrong.map(({ file, name }) => `${file} -> ${name}`)).toEqual([]);
});

test('the table is about files that exist', () => {
  const empty = layers.filter((layer) => !sources.some((file) => layerOf(file) === layer));

  expect(empty).toEqual([]);
  expect(imports.length).toBeGreaterThan(100);
});

test.each([
  ["import { a } from './x';", false],
  ["import {\n  a,\n  type B,\n} from './x';", false],
  ["import type { A } from './x';", true],
  ["export { a } from './x';", false],
  ["export * from './x';", false],
  ["export type { A } from './x';", true],
  ["import './x';", false],
  ['import "./x";', false],
  ["const { a } = require('./x');", false],
  ["const path = require.resolve('./x');", false],
  ["import a = require('./x');", false],
  ["  const { a } = await import('./x');", false],
  ["  import('./x').then(({ a }) => a());", false],
  ["let a: import('./x').A;", true],
  ["let a: typeof import('./x');", true],
])('an import is seen in every form: %s', (source, typeOnly) => {
  expect(importsIn(source)).toEqual([{ name: './x', typeOnly }]);
});

test('what a comment shows is no import, and what stands behind it is one', () => {
  const source = "/**\n * require('./x')\n * import './x';\n */\n  // await import('./x')\nimport './y';\n";

  expect(importsIn(source)).toEqual([{ name: './y', typeOnly: false }]);
});

function filesBelow(layer: string): string[] {
  const names = readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(layer, name));
}

function importsOf(file: string) {
  return importsIn(readFileSync(join(root, file), 'utf8')).map(({ name, typeOnly }) => ({
    file,
    name,
    typeOnly,
    target: name.startsWith('.') ? relative(root, resolveSource(join(root, dirname(file), name))) : undefined,
  }));
}

function resolveSource(path: string): string {
  return path.endsWith('.ts') || path.endsWith('.json') ? path : `${path}.ts`;
}
