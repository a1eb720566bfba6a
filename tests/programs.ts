import { join } from 'node:path';

const root = join(__dirname, '..');

/** What makes `node -r` read the TypeScript of this clone. */
export const typescript = join(root, '.ci/typescript.js');

/** The arguments by which Node runs the command of this clone, as `npm run verify` does. */
export const harness: readonly string[] = ['-r', typescript, join(root, 'helpers/cli/main.ts')];
