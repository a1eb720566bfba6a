import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { proofs } from './proofs';

// npm run docs
const lines = Object.entries(proofs()).map(([id, name]) => `  ${JSON.stringify(id)}: ${JSON.stringify(name)},`);
writeFileSync(
  join(__dirname, '../../helpers/checks/proofs.ts'),
  `/** For each check a broken server on which it fails, as tests/mutants shows: made from there by \`npm run docs\`. */
export const proofs: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);
