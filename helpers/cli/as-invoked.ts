import { extname, join } from 'node:path';
import { shownPath } from '../../reports/shown-path';

/** Text with commands as whoever reads it can enter them: npm's scripts in a clone, the package's command elsewhere. */
export function asInvoked(text: string, inPackage = isCompiled): string {
  if (!inPackage) return text;
  return text
    .replaceAll(/npm run (verify|diagnose|reproduce)( --)?/g, 'npx smtp-auth-harness $1')
    .replaceAll('sh helpers/', `sh ${shownPath(join(__dirname, '..'))}/`);
}

/** Whether this is the compiled code of the package. */
export const isCompiled = extname(__filename) === '.js';
