import { writeFileSync } from 'node:fs';
import { compareBuilds } from './against';
import { machineInWords, thisMachine } from './machine';
import { type Measured, measureRow } from './measure';
import { type Options, readOptions, usage } from './options';
import { missingPeers } from './peers';
import type { Bench, Row } from './row';
import { loadRows } from './rows';
import type { Server } from './server';
import { inUnit, tableOf } from './table';

/** How fast the harness is, beside what others take for the same: `npm run bench`; see docs/performance.md. */
async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  const all = loadRows();
  if (options.help) return say(usage(all));
  const rows = chosen(all, options);
  if (options.against !== undefined) return compareBuilds(rows, { ...options, against: options.against });

  const before = thisMachine();
  const missing = missingPeers();
  for (const advice of missing.values()) tell(advice);
  const measured = await measureAll(rows, options, missing);
  say(`${tableOf(measured, { judged: !options.short })}\n`);
  say(`Before: ${machineInWords(before)}. After: load ${thisMachine().load}.`);
  if (options.json === undefined) return;
  const result = {
    schema: 1,
    startedAt: new Date().toISOString(),
    machine: before,
    short: options.short,
    rows: measured,
  };
  writeFileSync(options.json, `${JSON.stringify(result, undefined, 2)}\n`);
}

async function measureAll(
  rows: readonly Row[],
  { short, runs }: Options,
  missing: ReadonlyMap<string, string>,
): Promise<readonly Measured[]> {
  let server: Promise<Server> | undefined;
  const bench: Bench = {
    short,
    server: () => {
      // Where commands alone are measured, nothing of the library is loaded.
      const { startServer } = require('./server') as typeof import('./server');
      server ??= startServer();
      return server;
    },
  };
  const measured: Measured[] = [];
  try {
    for (const row of rows) {
      const one = await measureRow(row, bench, runs ?? usualRuns(row, short), !missing.has(row.peer ?? ''));
      measured.push(one);
      tell(`${row.name}: ${inUnit(one.median, one.unit)}`);
    }
  } finally {
    await (await server)?.[Symbol.asyncDispose]();
  }
  return measured;
}

/** What is over in a moment is measured more often. */
function usualRuns({ name, length }: Row, short: boolean): number {
  if (length === 'long') return 1;
  if (short) return 3;
  return name === 'mail' ? 21 : 5;
}

function chosen(all: readonly Row[], { names, short, long }: Options): readonly Row[] {
  const unknown = names.filter((name) => !all.some((row) => row.name === name));
  if (unknown.length > 0) throw new UsageError(`there is no row ${unknown.join(', ')}\n\n${usage(all)}`);
  if (names.length > 0) return all.filter(({ name }) => names.includes(name));
  return all.filter(({ length }) => (short ? length === 'short' : long || length !== 'long'));
}

class UsageError extends Error {}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function tell(text: string): void {
  process.stderr.write(`bench: ${text}\n`);
}

main(process.argv.slice(2)).catch((error: Error) => {
  const isUsage = error instanceof UsageError || 'code' in error;
  process.stderr.write(`bench: ${isUsage ? error.message : error.stack}\n`);
  process.exitCode = isUsage ? 2 : 1;
});
