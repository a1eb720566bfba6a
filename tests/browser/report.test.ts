import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { ResultFile } from '../../helpers/model/result';
import { resultPage } from '../../reports/html/result-page';
import { writeWhole } from '../../reports/written/write-whole';
import { check, fullCheck, fullEvidence, fullResult, resultOf, transcript } from '../unit/reports/samples';
import { overflow, seriousFindings } from './accessibility';
import { hasBrowser, startBrowser } from './browser';
import { pages } from './sample-pages';

const describeInBrowser = hasBrowser ? describe : describe.skip;

describeInBrowser('the report in a browser', () => {
  let folder: string;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'browser-test-'));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    complaints.length = 0;
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  interface View {
    readonly width?: number;
    readonly script?: boolean;
    readonly fragment?: string;
  }

  async function open(html: string, { width = 1200, script = true, fragment = '' }: View = {}): Promise<Page> {
    const file = join(folder, 'index.html');
    writeWhole(file, html);
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme: 'light',
      javaScriptEnabled: script,
    });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${pathToFileURL(file)}${fragment}`);
    return page;
  }

  // One page for all windows: to open one takes longer than what is asked of it.
  test.each(Object.entries(pages))(
    '%s fits into windows of 400, 900 and 1600 pixels, and has no serious finding of axe in light and dark',
    async (_, html) => {
      const page = await open(html, { width: 400 });
      await page.locator('details').evaluateAll((all) => {
        for (const each of all) (each as unknown as { open: boolean }).open = true;
      });

      expect(await overflow(page)).toBe(0);
      expect(await seriousFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 900, height: 900 });
      expect(await overflow(page)).toBe(0);
      expect(await seriousFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 1600, height: 900 });
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual([]);
    },
  );

  test('opens the check that its address names, with and without script', async () => {
    for (const script of [true, false]) {
      const page = await open(pages['of a result'], { script, fragment: `#${fullCheck.id}` });

      expect(await page.locator(`[id="${fullCheck.id}"]`).isVisible()).toBe(true);
      expect(await page.locator('details.check[open]').count()).toBe(1);
    }
  });

  test('shows the checks that are asked for by verdict, suite and text', async () => {
    const page = await open(pages['of a result']);
    const shown = () => page.locator('.check:not([hidden])').count();

    expect(await shown()).toBe(6);
    await page.locator('[name=verdict][value=held]').uncheck();
    await expectSoon(shown, 5);
    await page.getByLabel('Suite').selectOption('dns');
    await expectSoon(shown, 2);
    await page.getByLabel('Text').fill('parked-LIST');
    await expectSoon(shown, 1);
    expect(await page.locator('output').textContent()).toBe('1 of 6 shown');
  });

  test('has no filters without script, and all the rest', async () => {
    const page = await open(pages['of a result'], { script: false });

    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('.check').count()).toBe(6);
    await page.locator('.check.failed > summary').first().click();
    expect(await page.getByText('RCPT TO:<victim@foreign.example>').first().isVisible()).toBe(true);
  });

  test('is read with the keyboard: the first key leads past the head, a check opens by Enter', async () => {
    const page = await open(pages['of a result']);

    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the report');
    await page.locator('.check > summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.check').first().getAttribute('open')).toBe('');
  });

  test('prints what failed with its dialogue, and without what is only for a screen', async () => {
    const page = await open(pages['of a result']);
    await page.emulateMedia({ media: 'print' });

    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect((await page.pdf()).subarray(0, 4).toString()).toBe('%PDF');
  });

  test('runs nothing that a server says', async () => {
    const page = await open(resultPage(hostileResult));
    await page.locator('details').evaluateAll((all) => {
      for (const each of all) (each as unknown as { open: boolean }).open = true;
    });

    expect(await page.evaluate('globalThis.owned')).toBeUndefined();
    expect(await page.locator('img, iframe, object, a[href^="javascript"]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

const attack = `<img src=x onerror="owned=1"><script>owned=1</script>"><svg onload=owned=1> javascript:owned=1 \u202e`;

const hostileResult: ResultFile = resultOf(
  [
    check('failed', {
      id: `open-relay/${attack.replace(/\s/g, '')}`,
      title: attack,
      reason: attack,
      evidence: {
        ...fullEvidence,
        transcripts: [
          { ...transcript, title: attack, entries: [{ atMs: 0, from: 'server', text: attack, tls: false }] },
        ],
        logLines: [attack],
      },
    }),
  ],
  { target: { ...fullResult.target, name: attack, hostname: attack, notice: attack, versions: { [attack]: attack } } },
);

/** The page takes a moment, so that it does not search at every key. */
async function expectSoon(actual: () => Promise<number>, expected: number): Promise<void> {
  const end = Date.now() + 5_000;
  while ((await actual()) !== expected && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await actual()).toBe(expected);
}
