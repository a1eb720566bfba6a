import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';

/** Drops files on a page, as the browser tells it when somebody does. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => ({ name: basename(path), base64: readFileSync(path).toString('base64') }));
  await page.evaluate(`${dropOn}(${JSON.stringify(files)}.map(({ name, base64 }) =>
    new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name)))`);
}

/** Drops a log that is the same text again and again: however long, it costs no memory. */
export async function dropRepeated(page: Page, text: string, times: number): Promise<void> {
  await page.evaluate(`${dropOn}([new File(Array(${times}).fill(new Blob([${JSON.stringify(text)}])), 'mail.log')])`);
}

const dropOn = `((files) => {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  for (const kind of ['dragover', 'drop']) {
    document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
  }
})`;
