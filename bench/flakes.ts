import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWrong, type VerdictKind } from '../helpers/model/verdict';
import { script, wholeNumber } from './script';
import { verifyOnce } from './verify-once';

const about =
  'Whether the same server gets the same verdicts each time: runs verify again and again, and compares every verdict with the ' +
  "first run's.";
const options = script('flakes', about)
  .option('--runs <number>', 'how often', wholeNumber(2), 10)
  .option(
    '--suite <names>',
    'of these suites alone, as verify --suite',
    (names, before: string[]) => [...before, names],
    [],
  )
  .option('--image <name>', 'of this image', 'debian12')
  .option('--load', 'with a busy loop for each processor and a disk writer beside it', false)
  .parse()
  .opts();
const { runs } = options;

interface Verdicts {
  readonly exitStatus: number | null;
  readonly seconds: number;
  readonly checks: ReadonlyMap<string, { readonly verdict: VerdictKind; readonly reason: string }>;
}

const folder = mkdtempSync(join(tmpdir(), 'flakes-'));
const load = options.load ? startLoad() : [];
const differences = new Map<string, string[]>();
let compared = 0;
let broken = 0;
try {
  const first = verify();
  tell(1, first);
  for (const [id, { verdict, reason }] of first.checks)
    if (isWrong({ verdict })) tellCheck(id, `${verdict}: ${reason}`);
  if (first.checks.size === 0) broken++;
  for (let run = 2; first.checks.size > 0 && run <= runs; run++) {
    const next = verify();
    tell(run, next);
    if (next.checks.size === 0 || next.checks.size !== first.checks.size) broken++;
    for (const [id, { verdict, reason }] of next.checks) {
      compared++;
      const before = first.checks.get(id);
      if (before?.verdict === verdict) continue;
      const words = `run ${run}: ${before?.verdict ?? 'not there'}, now ${verdict}: ${reason || before?.reason || ''}`;
      differences.set(id, [...(differences.get(id) ?? []), words]);
      tellCheck(id, words);
    }
  }
} finally {
  for (const child of load) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
const different = [...differences.values()].reduce((sum, { length }) => sum + length, 0);
process.stdout.write(
  `${runs} runs${options.load ? ' under load' : ''}, ${compared} verdicts compared with the first run's: ${different} differ` +
    `${different > 0 ? `, of ${[...differences.keys()].join(', ')}` : ''}${broken > 0 ? `; ${broken} runs asked less` : ''}\n`,
);
process.exitCode = different + broken === 0 ? 0 : 1;

function verify(): Verdicts {
  const suites = options.suite.flatMap((suites) => suites.split(',').flatMap((suite) => ['--suite', suite]));
  const { exitStatus, seconds, result } = verifyOnce(['--image', options.image, ...suites], folder);
  const checks = result?.checks ?? [];
  return {
    exitStatus,
    seconds,
    checks: new Map(checks.map(({ id, verdict, reason = '' }) => [id, { verdict, reason }])),
  };
}

function tell(run: number, { exitStatus, seconds, checks }: Verdicts): void {
  const counts = new Map<string, number>();
  for (const { verdict } of checks.values()) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const sums = [...counts].sort().map(([verdict, count]) => `${count} ${verdict}`);
  process.stdout.write(
    `run ${run} of ${runs}: ${sums.join(', ') || 'no result'}; exit status ${exitStatus}, ${seconds} s\n`,
  );
}

function tellCheck(id: string, words: string): void {
  process.stdout.write(`  ${id}\n    ${words.replaceAll('\n', '\n    ')}\n`);
}

/** A busy loop for each processor, two at least, and one that writes to the disk. */
function startLoad(): readonly ChildProcess[] {
  // Each ends with this process, however that ends.
  const whileNeeded = `while (process.ppid === ${process.pid})`;
  const loop = `${whileNeeded};`;
  const write = `
    const fs = require('node:fs');
    const bytes = Buffer.alloc(16 * 1024 * 1024, 1);
    ${whileNeeded} {
      const file = fs.openSync(process.argv[1], 'w');
      for (let n = 0; n < 8; n++) fs.writeSync(file, bytes);
      fs.fsyncSync(file);
      fs.closeSync(file);
    }`;
  const loops = Array.from({ length: Math.max(2, availableParallelism()) }, () => ['-e', loop]);
  return [...loops, ['-e', write, join(folder, 'written')]].map((args) =>
    spawn(process.execPath, args, { stdio: 'ignore' }),
  );
}
