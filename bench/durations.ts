import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultFile } from '../helpers/model/result';

/**
 * Writes how long checks take, by which shards are made even, from the results of quiet runs of debian12:
 * `npm run durations -- reports/out/result.json …`. Several results: the middle one of each check's durations.
 */
const slowMs = 500;
const times = new Map<string, number[]>();
for (const path of process.argv.slice(2)) {
  const { checks } = JSON.parse(readFileSync(path, 'utf8')) as ResultFile;
  for (const { id, durationMs } of checks) times.set(id, [...(times.get(id) ?? []), durationMs]);
}
if (times.size === 0) {
  process.stderr.write('durations: name at least one result.json of a whole run\n');
  process.exit(2);
}

const middle = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
const all = [...times].map(([id, one]) => [id, middle(one)] as const);
const usual = middle(all.map(([, ms]) => ms).filter((ms) => ms < slowMs));
const rows = all
  .filter(([, ms]) => ms >= slowMs)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([id, ms]) => `  '${id}': ${Math.round(ms / 100) * 100},`);

const path = join(__dirname, '../helpers/cli/verify/durations.ts');
writeFileSync(
  path,
  `/** How long a check takes that is not named below, in milliseconds. */
export const usualMs = ${Math.round(usual / 10) * 10};

/**
 * How long slow checks take on debian12 with two cores, in milliseconds, rounded: by these, shards are made even. Made by
 * \`npm run durations\`.
 */
export const durations: Readonly<Record<string, number>> = {
${rows.join('\n')}
};
`,
);
process.stdout.write(`${path}: ${rows.length} of ${all.length} checks take ${slowMs} ms or more\n`);
