import { join } from 'node:path';

/** Where a fixture of the diagnosis is. */
export function fixturePath(name: string): string {
  return join(__dirname, '../../fixtures/diagnosis', name);
}
