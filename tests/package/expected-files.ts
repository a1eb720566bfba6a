import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What the package should hold besides types, by the sources: each as JavaScript, and as it is what they read; the page as one file. */
export function expectedFiles(): readonly string[] {
  const sources = ['containers', 'helpers', 'reports']
    .flatMap(filesBelow)
    .filter((path) => !path.startsWith('helpers/page/'));
  const compiled = sources.filter((path) => path.endsWith('.ts')).map((path) => path.replace(/\.ts$/, '.js'));
  const read = sources.filter((path) => !path.endsWith('.ts'));
  const built = [...compiled, ...read, ...filesBelow('tests/verify'), 'package.json', 'page/diagnose.html'].map(
    (path) => `dist/${path}`,
  );
  return ['LICENSE', 'README.md', 'package.json', ...['docs', 'examples'].flatMap(filesBelow), ...built].sort();
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('reports/out/'));
}
