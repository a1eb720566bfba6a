import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { shownPath } from '../../../reports/terminal/shown-path';

/** Shows a file in the browser of this machine; what to say where that can't be, undefined where it could. */
export function openInBrowser(file: string, env: NodeJS.ProcessEnv): string | undefined {
  const shown = shownPath(file);
  if (!existsSync(file)) return `there is no ${shown} to open`;
  const program = browserOpener(env);
  if (program === undefined) return `there is no browser here: open ${shown} where there is one`;
  const opener = spawn(program, [file], { stdio: 'ignore', detached: true });
  // That it can't be started is told by an event; the report is written, and nobody waits for the browser.
  opener.on('error', (error) => process.stderr.write(`${shown} could not be opened: ${error.message}\n`));
  opener.unref();
  return undefined;
}

/** The program that opens a file in the user's browser: BROWSER, else what the desktop has, where there is one. */
function browserOpener(env: NodeJS.ProcessEnv): string | undefined {
  if (env.BROWSER) return env.BROWSER;
  if (process.platform === 'darwin') return 'open';
  const hasDesktop = env.DISPLAY || env.WAYLAND_DISPLAY;
  return hasDesktop && isOnPath('xdg-open', env) ? 'xdg-open' : undefined;
}

function isOnPath(program: string, { PATH = '' }: NodeJS.ProcessEnv): boolean {
  return PATH.split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)));
}
