import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Where a page of docs/ is, as who stands in the current folder would open it: of a clone, or of the installed package. */
export function documentPath(page: string): string {
  const clone = join(__dirname, '../docs');
  // The package is compiled to dist/, and docs/ lies beside that.
  const folder = existsSync(clone) ? clone : join(__dirname, '../../docs');
  return relative(process.cwd(), join(folder, page));
}
