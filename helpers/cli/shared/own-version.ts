import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this program. */
export function ownVersion(): string {
  return JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')).version;
}
