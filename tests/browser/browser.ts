import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's, or another one that the environment names. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Whether there is a browser. In CI there must be one: a test that is skipped there has never been run. */
export const hasBrowser: boolean = existsSync(executablePath) || Boolean(process.env.CI);

if (!hasBrowser) console.warn(`No browser at ${executablePath}: apt-get install chromium, or name one in CHROMIUM.`);

/** Starts the browser; root may do so only without its sandbox. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
