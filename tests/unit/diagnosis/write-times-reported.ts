import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timesOfCauses } from './times-of-causes';

// npm run docs
const rows = Object.entries(timesOfCauses())
  .sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
  .map(([id, times]) => `  '${id}': ${times},`);
writeFileSync(
  join(__dirname, '../../../helpers/diagnosis/times-reported.ts'),
  `/**
 * How often a mode is the cause in the public reports of the tests, \`tests/fixtures/public-logs\`: what is met often is likely where
 * nothing else decides. Modes of which there is no report are left out. Made from there by \`npm run docs\`.
 */
export const timesReported: Readonly<Record<string, number>> = {
${rows.join('\n')}
};
`,
);
