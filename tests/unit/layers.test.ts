import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '../..');

/** Which folder may import which: DESIGN's table. "types": with `import type` only. */
const mayImport: Readonly<Record<string, Readonly<Record<string, 'all' | 'types'>>>> = {
  'helpers/model': {},
  'helpers/errors.ts': {},
  'helpers/did-you-mean.ts': {},
  'helpers/settings': { 'helpers/model': 'all', 'helpers/errors.ts': 'all' },
  containers: { 'helpers/model': 'all', 'helpers/errors.ts': 'all', 'helpers/settings': 'all' },
  'helpers/smtp': { 'helpers/model': 'all', 'helpers/errors.ts': 'all' },
  'helpers/world': { 'helpers/model': 'all', 'helpers/errors.ts': 'all' },
  'helpers/maillog': { 'helpers/model': 'all' },
  'helpers/targets': {
    'helpers/model': 'all',
    'helpers/errors.ts': 'all',
    containers: 'all',
    'helpers/world': 'all',
    'helpers/smtp': 'all',
  },
  'helpers/checks': {
    'helpers/model': 'all',
    'helpers/smtp': 'all',
    'helpers/maillog': 'all',
    'helpers/targets': 'types',
    'helpers/world': 'types',
  },
  'helpers/failure-modes': { 'helpers/model': 'all', 'helpers/maillog': 'all', 'helpers/targets': 'types' },
  'helpers/diagnosis': { 'helpers/model': 'all', 'helpers/maillog': 'all', 'helpers/failure-modes': 'all' },
  'helpers/reproduction': {
    'helpers/model': 'all',
    'helpers/smtp': 'all',
    'helpers/maillog': 'all',
    'helpers/diagnosis': 'all',
    'helpers/targets': 'types',
  },
  'helpers/running': {
    'helpers/model': 'all',
    'helpers/errors.ts': 'all',
    'helpers/did-you-mean.ts': 'all',
    'helpers/settings': 'all',
    'helpers/checks': 'all',
    'helpers/profiles': 'all',
    'helpers/targets': 'all',
    containers: 'all',
    reports: 'all',
  },
  'helpers/cli': {
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
  'helpers/profiles': { 'helpers/model': 'all', 'helpers/errors.ts': 'all' },
  'helpers/library': {
    'helpers/profiles': 'all',
    'helpers/model': 'all',
    'helpers/errors.ts': 'all',
    'helpers/smtp': 'all',
    'helpers/checks': 'all',
    'helpers/targets': 'all',
    'helpers/world': 'types',
    containers: 'all',
    reports: 'all',
  },
  reports: { 'helpers/model': 'all', 'helpers/settings': 'all', 'helpers/diagnosis': 'types' },
};

/** A package is imported by one folder, so that it can be replaced there. */
const packageHome: Readonly<Record<string, string>> = {
  nodemailer: 'helpers/smtp',
  'smtp-server': 'helpers/world',
  'dns-packet': 'helpers/world',
  testcontainers: 'containers',
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

function filesBelow(layer: string): string[] {
  const names = readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(layer, name));
}

function importsOf(file: string) {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^(?:import|export) (type )?[^;]*?from '([^']+)'/gm)].map(([, type, name = '']) => ({
    file,
    name,
    typeOnly: type !== undefined,
    target: name.startsWith('.') ? relative(root, resolveSource(join(root, dirname(file), name))) : undefined,
  }));
}

function resolveSource(path: string): string {
  return path.endsWith('.ts') || path.endsWith('.json') ? path : `${path}.ts`;
}
