import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { runDiagnose } from '../../helpers/cli/diagnose/diagnose';
import { catalogue } from '../../helpers/failure-modes/catalogue';
import { buildPage } from '../../helpers/page/build-page';
import { overflow, seriousFindings } from './accessibility';
import { hasBrowser, startBrowser } from './browser';
import { dropFiles, dropRepeated } from './drop-files';

const describeInBrowser = hasBrowser ? describe : describe.skip;
const fixtures = join(__dirname, '../fixtures');
const fixture = (name: string) => join(fixtures, name);
const textOf = (name: string) => readFileSync(fixture(name), 'utf8');

describeInBrowser('diagnose in a browser', () => {
  let folder: string;
  let browser: Browser;
  /** Opened once: it takes longer than what the tests do with it. */
  let page: Page;
  /** What the console said, and what was asked of the network. */
  const complaints: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'diagnose-page-test-'));
    writeFileSync(join(folder, 'diagnose.html'), buildPage());
    browser = await startBrowser();
    page = await open(String(pathToFileURL(join(folder, 'diagnose.html'))));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.getByLabel('Search').fill('');
    complaints.length = 0;
  });

  async function open(address: string): Promise<Page> {
    const opened = await browser.newPage({
      viewport: { width: 1200, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    opened.on('console', (message) => complaints.push(message.text()));
    opened.on('pageerror', (error) => complaints.push(String(error)));
    opened.on('request', (request) => requests.push(request.url()));
    await opened.goto(address);
    return opened;
  }

  /** Gives them to the page as if they had been dropped on it, and waits until they are judged. */
  async function drop(paths: readonly string[]): Promise<void> {
    await dropFiles(page, paths);
    await page.locator('#findings:not([aria-busy])').waitFor();
  }

  async function diagnosed(log: string, configuration = '', at = page): Promise<void> {
    await at.getByLabel('Log', { exact: true }).fill(log);
    await at.getByLabel('Configuration', { exact: true }).fill(configuration);
    await at.getByRole('button', { name: 'Diagnose' }).click();
    await at.locator('#findings:not([aria-busy])').waitFor();
  }

  const found = () =>
    page.locator('#found [data-mode]').evaluateAll((all) => all.map((one) => one.getAttribute('data-mode')));

  const openAll = (selector: string) =>
    page.locator(selector).evaluateAll((all) => {
      for (const each of all) (each as unknown as { open: boolean }).open = true;
    });

  async function saved(button: string): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  }

  test('a log that is pasted is judged at once, and more is certain with the configuration', async () => {
    const log = page.getByLabel('Log', { exact: true });

    await log.fill(textOf('diagnosis/restriction-typo.log'));
    await log.press('Control+A');
    await log.press('Control+X');
    await log.press('Control+V');
    await page.locator('#findings').waitFor();

    expect(await found()).toContain('relay-refused/restriction-misspelt');
    await diagnosed(await log.inputValue(), textOf('diagnosis/main.cf'));
    expect(await page.locator('#status').textContent()).toMatch(/^\d certain, .*configuration mistakes$/);
    expect(await page.getByText('pasted configuration:9').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test('what is dropped is diagnosed as the command does it, to the letter', async () => {
    for (const paths of sets()) {
      await drop(paths);
      const { tool, ...fromPage } = JSON.parse(await saved('Save as JSON'));
      const { tool: sameTool, ...fromCommand } = JSON.parse(await byCommand(paths));

      expect(tool).toEqual(sameTool);
      expect(fromPage).toEqual(fromCommand);
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
    }
    expect(complaints).toEqual([]);
    // Some thousand files, twice, while other suites keep the cores busy.
  }, 240_000);

  /** Log and configuration; everything that we have; packed, UTF-16 and what can't be read. */
  function sets(): readonly (readonly string[])[] {
    const all = ['diagnosis', 'public-logs'].flatMap((name) =>
      readdirSync(fixture(name)).map((file) => fixture(join(name, file))),
    );
    const made = [
      ['packed.log.gz', gzipSync(textOf('diagnosis/saslauthd-enoent.log'))],
      ['utf16.log', Buffer.from(`\ufeff${textOf('diagnosis/rfc3339.log')}`, 'utf16le')],
      ['smtpd.conf', Buffer.from('')],
      ['empty.log', Buffer.from('')],
      ['binary', Buffer.from(Array.from({ length: 999 }, (_, index) => index % 7))],
      ['latin1.log', Buffer.from('Nov 24 10:00:00 mail postfix/smtpd[1]: fatal: J\xfcrgen\n', 'latin1')],
      [
        'loki.json',
        Buffer.from(`{"data":{"result":[{"values":[["1764028177123456000","postfix/smtpd[1]: fatal: x"]]}]}}`),
      ],
    ] as const;
    for (const [name, content] of made) writeFileSync(join(folder, name), content);
    return [
      [fixture('diagnosis/restriction-typo.log'), fixture('diagnosis/main.cf'), fixture('diagnosis/master.cf')],
      all,
      made.map(([name]) => join(folder, name)),
    ];
  }

  test('a gzip file that breaks off is read as far as it goes, and the page says so', async () => {
    const packed = gzipSync(textOf('diagnosis/saslauthd-enoent.log').repeat(2000));
    writeFileSync(join(folder, 'broken.log.gz'), packed.subarray(0, packed.length - 20));
    await drop([join(folder, 'broken.log.gz')]);

    expect(await found()).toContain('saslauthd/not-running');
    expect(await page.getByText('the gzip file is damaged or breaks off').count()).toBe(1);
  });

  test('nothing that a log, a configuration or the name of a file says is run, or steers the text around it', async () => {
    const log = `Nov 24 10:00:00 mail postfix/smtpd[1]: fatal: no SASL authentication mechanisms ${attack}\n`;
    await page.setInputFiles('#files', [
      { name: `${attack.replaceAll('/', '')}.log`, mimeType: 'text/plain', buffer: Buffer.from(log) },
    ]);
    await diagnosed(
      `${log}Nov 24 10:00:00 mail ${attack}[2]: warning: ${attack}\n`,
      `myhostname = ${attack}\n${attack}\n`,
    );
    await openAll('#found details');

    expect(await page.locator('#found').textContent()).toContain('<img src=x onerror="owned=1">');
    expect(await page.locator('#found').textContent()).toContain('\\u202e');
    expect(await page.locator('#found').textContent()).not.toMatch(/[\u202e\u2066]/);
    expect(await page.evaluate('globalThis.owned')).toBeUndefined();
    expect(await page.locator('img, iframe, object, svg, a[href^="javascript"]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('no password and nothing of a login is shown, copied or saved', async () => {
    const secrets = ['correct-horse', 'AGFsaWNlAGNvcnJlY3QtaG9yc2U=', 'Y29ycmVjdC1ob3JzZQ==', 'hunter2'];
    const lines = [
      'postfix/smtpd[1]: warning: unknown[192.0.2.1]: SASL PLAIN authentication failed: AUTH PLAIN AGFsaWNlAGNvcnJlY3QtaG9yc2U=',
      String.raw`postfix/smtpd[1]: improper command pipelining after EHLO from unknown[192.0.2.1]: AUTH LOGIN\r\nYWxpY2U=\r\nY29ycmVjdC1ob3JzZQ==\r\n`,
      'dovecot: auth: Error: sql(alice): Password mismatch (given password: correct-horse)',
    ];
    await diagnosed(lines.join('\n'), 'smtp_sasl_password_maps = static:alice:hunter2\nnonsense password=hunter2\n');
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();

    const told = {
      shown: await page.locator('#found').innerHTML(),
      copied: await page.evaluate<string>('navigator.clipboard.readText()'),
      text: await saved('Save as text'),
      json: await saved('Save as JSON'),
    };
    for (const [where, text] of Object.entries(told)) {
      expect(text).toMatch(/(?:<|&lt;)secret(?:>|&gt;)/);
      expect({ where, secrets: secrets.filter((secret) => text.includes(secret)) }).toEqual({ where, secrets: [] });
    }
  });

  test('nothing leaves the page: it asks for nothing, and neither it nor its worker could', async () => {
    const asked: string[] = [];
    await using web = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.setHeader('Content-Type', 'text/html').end(readFileSync(join(folder, 'diagnose.html')));
    });
    await once(web.listen(0, '127.0.0.1'), 'listening');
    const origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
    requests.length = 0;
    const hosted = await open(`${origin}/mail/diagnose.html`);
    await diagnosed(textOf('diagnosis/restriction-typo.log'), textOf('diagnosis/main.cf'), hosted);

    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([`${origin}/mail/diagnose.html`]);
    expect(complaints).toEqual([]);
    const [worker] = hosted.workers();
    const leak = `fetch('${origin}/leak').then(() => 'sent', () => 'kept in')`;
    expect(await worker?.evaluate(leak)).toBe('kept in');
    expect(await hosted.evaluate(leak)).toBe('kept in');
    await hosted.evaluate(`document.body.append(Object.assign(new Image(), { src: '${origin}/leak' }))`);
    await hosted.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { text: 'owned = 1' }))`,
    );
    expect(await hosted.evaluate('globalThis.owned')).toBeUndefined();
    expect(complaints.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(3);
    expect(asked).toEqual(['/mail/diagnose.html']);
  });

  test('it is used with the keyboard alone', async () => {
    await page.reload();
    const focused = () => page.evaluate<string>('document.activeElement.id || document.activeElement.textContent');

    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the log and configuration');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('log');
    await page.keyboard.insertText(textOf('diagnosis/saslauthd-enoent.log'));
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('configuration');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('configuration-2');
    await page.keyboard.insertText('pwcheck_method: saslauthd\n');
    await page.keyboard.press('Control+Enter');
    await page.locator('#findings:not([aria-busy])').waitFor();
    expect(await focused()).toBe('findings-heading');
    expect(await page.locator('#status').textContent()).toMatch(/certain|possible/);

    await page.getByLabel('Search').focus();
    await page.keyboard.insertText('lmdb berkeley');
    await page.locator('#matches:has-text("match")').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('.mode[open] h4').first().isVisible()).toBe(true);
  });

  test('a file can be taken out again, and everything cleared', async () => {
    await drop([fixture('diagnosis/restriction-typo.log'), fixture('diagnosis/main.cf')]);

    await page.getByRole('button', { name: 'Remove restriction-typo.log' }).click();
    await page.getByRole('button', { name: 'Diagnose' }).click();
    await page.locator('#findings:not([aria-busy])').waitFor();
    expect(await page.locator('.read li').allTextContents()).toEqual(['main.cf (main.cf)']);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    expect(await page.locator('#findings, #chosen').filter({ visible: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Diagnose' }).click();
    expect(await page.locator('#status').textContent()).toMatch(/^There is nothing to read yet/);
  });

  test('of all failure modes those are shown that have the words, and a link opens its one', async () => {
    expect(await page.locator('.mode').count()).toBe(catalogue.length);

    await page.getByLabel('Search').fill('SASLAUTHD chroot');
    await page.locator('#matches:has-text("match")').waitFor();
    const shown = await page.locator('.mode:not([hidden])').evaluateAll((all) => all.map(({ id }) => id));
    expect(shown).toContain('mode/saslauthd/outside-chroot');
    expect(shown.length).toBeLessThan(catalogue.length / 4);

    await diagnosed(
      'postfix/smtpd[1]: warning: SASL authentication failure: cannot connect to saslauthd server: No such file or directory',
    );
    await page.locator('#found .possible summary').first().click();
    const link = page.locator('#found a[href^="#mode/"]').first();
    await link.click();
    expect(await page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"][open]`).isVisible()).toBe(true);
  });

  test('a long log keeps the page alive, shows how far it is, and can be stopped', async () => {
    const lines = textOf('diagnosis/saslauthd-enoent.log');
    const piece = lines.repeat(Math.ceil(1e6 / lines.length));

    await dropRepeated(page, piece, 8);
    await page.locator('#findings').waitFor();
    expect(await found()).toContain('saslauthd/not-running');
    const [, count = ''] = /([\d,]+) lines of log/.exec((await page.locator('.read').textContent()) ?? '') ?? [];
    expect(Number(count.replaceAll(',', ''))).toBe(8 * (piece.split('\n').length - 1));

    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await dropRepeated(page, piece, 400);
    await page.locator('#share:has-text(" of 40")').waitFor();
    await page.getByLabel('Search').fill('alive');
    await page.locator('#matches:has-text("match")').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.locator('#findings').waitFor();
    expect(await page.locator('.read').textContent()).toMatch(/mail\.log \(log\): stopped: \d+ % of it were read/);
    expect(await found()).toContain('saslauthd/not-running');
    expect(complaints).toEqual([]);
  });

  test.each([
    [400, 'light'],
    [900, 'dark'],
    [1600, 'light'],
  ])('fits into a window of %i pixels (%s), and has no serious finding of axe', async (width, scheme) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'dark' : 'light' });
    const long = `Nov 24 10:00:00 mail postfix/smtpd[1]: warning: ${'x'.repeat(400)}\n`;
    await diagnosed(
      textOf('diagnosis/restriction-typo.log') + textOf('diagnosis/stripped.log') + long,
      textOf('diagnosis/main.cf'),
    );
    await openAll('details');
    expect(await overflow(page)).toBe(0);
    // Of so many that are alike, those of one family are enough for axe.
    await page.locator('.family:not(:first-of-type)').evaluateAll((all) => {
      for (const each of all) each.remove();
    });

    expect(await seriousFindings(page)).toEqual([]);
  });
});

const attack = `<img src=x onerror="owned=1"><script>owned=1</script>"><svg onload=owned=1> javascript:owned=1 \u202e\u2066 \u001b]0;x\u0007`;

/** The command's JSON for the same files, under the names that the page knows. */
async function byCommand(paths: readonly string[]): Promise<string> {
  let output = '';
  await runDiagnose([...paths, '--json'], {
    modes: catalogue,
    stdin: Readable.from([]),
    stdout: {
      write: (text: string) => {
        output += text;
      },
    },
    stderr: { write: () => undefined },
    env: {},
  });
  return paths.reduce((text, path) => text.replaceAll(JSON.stringify(path), JSON.stringify(basename(path))), output);
}
