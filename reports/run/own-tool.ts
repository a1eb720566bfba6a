import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultFile } from '../../helpers/model/result';

/** Name and version of what makes the results. */
export function ownTool(): ResultFile['tool'] {
  const { name, version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  return { name, version };
}
