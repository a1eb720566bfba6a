import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lines of a captured log, without its first, which says where it comes from. */
export function fixture(name: string): readonly string[] {
  const text = readFileSync(join(__dirname, '../../fixtures/maillog', name), 'utf8');
  return text.trimEnd().split('\n').slice(1);
}
