import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row';

const order = ['commands', 'mail', 'work', 'logins', 'relay', 'start'];

/**
 * The rows of all files in rows/, those that take long last. A file that can't be loaded is left out: where this benchmark is laid
 * into an older build (`--against`), what it measures may not be there yet.
 */
export function loadRows(): readonly Row[] {
  const folder = join(__dirname, 'rows');
  const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  const rows = files
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .flatMap((file) => load(join(folder, file)));
  return rows.toSorted((a, b) => Number(a.length === 'long') - Number(b.length === 'long'));
}

function load(file: string): readonly Row[] {
  try {
    return (require(file) as { readonly rows: readonly Row[] }).rows;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    process.stderr.write(`bench: ${file}: ${(error as Error).message.split('\n')[0]}\n`);
    return [];
  }
}
