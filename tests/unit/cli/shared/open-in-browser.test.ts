import { chmodSync, existsSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInBrowser } from '../../../../helpers/cli/shared/open-in-browser';

const folder = mkdtempSync(join(tmpdir(), 'browser-'));
const page = join(folder, 'index.html');
const browser = join(folder, 'browser');
writeFileSync(page, '');
writeFileSync(browser, `#!/bin/sh\nprintf x > "$1.opened"\n`);
chmodSync(browser, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

test('a page is handed to the browser that BROWSER names', async () => {
  const opened = new Promise<void>((resolve) => {
    const watcher = watch(folder, () => {
      if (!existsSync(`${page}.opened`)) return;
      watcher.close();
      resolve();
    });
  });

  expect(openInBrowser(page, { BROWSER: browser })).toBeUndefined();
  await opened;
});

test('where there is no desktop, or no page, that is said', () => {
  expect(openInBrowser(page, { PATH: folder })).toMatch(/^there is no browser here: open .*index\.html/);
  expect(openInBrowser(page, { DISPLAY: ':0', PATH: folder })).toMatch(/^there is no browser here/);
  expect(openInBrowser(join(folder, 'none.html'), { BROWSER: browser })).toMatch(/^there is no .*none\.html to open$/);
});
