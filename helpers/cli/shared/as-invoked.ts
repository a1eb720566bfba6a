import { join } from 'node:path';
import { shownPath } from '../../../reports/terminal/shown-path';
import { isCompiled } from '../../running/own-program';

/** Text with commands as whoever reads it can enter them: npm's scripts in a clone, the package's command elsewhere. */
export function asInvoked(text: string, inPackage = isCompiled): string {
  if (!inPackage) return text;
  return text
    .replaceAll(/npm run (?:--silent )?(verify|diagnose|reproduce|compare|merge)( --)?/g, 'npx smtp-auth-harness $1')
    .replaceAll('sh helpers/', `sh ${shownPath(join(__dirname, '../..'))}/`);
}
