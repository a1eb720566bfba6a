import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { renderFailureModeIndex, renderFailureModePage } from '../../../reports/failure-modes/failure-mode-page';

const folder = join(__dirname, '../../../docs/failure-modes');
const expected = new Map([
  ['README.md', renderFailureModeIndex(catalogue)],
  ...catalogue.map((mode) => [`${mode.id}.md`, renderFailureModePage(mode)] as const),
]);

test('docs/failure-modes has a page for every failure mode, and no others', () => {
  const pages = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));

  expect(pages.sort()).toEqual([...expected.keys()].sort());
});

test('each page says what the catalogue says: `npm run reproduce -- --docs` makes them', () => {
  const stale = [...expected].filter(([path, text]) => readFileSync(join(folder, path), 'utf8') !== text);

  expect(stale.map(([path]) => path)).toEqual([]);
});
