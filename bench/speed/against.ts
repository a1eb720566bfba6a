import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineInWords, thisMachine } from './machine';
import { type Measured, median } from './measure';
import type { Row } from './row';
import { columns, inUnit } from './table';

const root = join(__dirname, '../..');
const place = 'bench/speed';

/** How to compare. */
export interface ComparisonOptions {
  readonly against: string;
  readonly runs: number | undefined;
  readonly short: boolean;
}

/** Measures another commit beside this one, row by row and in turn, and prints the ratios. */
export async function compareBuilds(rows: readonly Row[], options: ComparisonOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-against-'));
  const other = join(folder, 'build');
  git('worktree', 'add', '--detach', other, options.against);
  try {
    bringModules(other);
    // One that has no benchmark yet is measured with ours, as far as what that calls is there.
    if (!existsSync(join(other, place))) cpSync(join(root, place), join(other, place), { recursive: true });
    const lines = rows.map((row) => compareRow(row, other, options, join(folder, 'result.json')));
    const head = ['row', 'what', 'this build', options.against, 'ratio', 'processor time'];
    process.stdout.write(`${columns([head, ...lines])}\n\n${machineInWords(thisMachine())}\n`);
  } finally {
    git('worktree', 'remove', '--force', other);
    rmSync(folder, { recursive: true, force: true });
  }
}

function compareRow(row: Row, other: string, { runs = 5, short }: ComparisonOptions, json: string): readonly string[] {
  const pairs: { readonly ours: Measured; readonly others: Measured }[] = [];
  for (let time = 0; time < runs; time++) {
    const takeOther = () => runOnce(other, row.name, short, json);
    const first = time % 2 === 1 ? takeOther() : undefined;
    const ours = runOnce(root, row.name, short, json);
    const others = first ?? takeOther();
    if (!ours || !others) return [row.name, row.title, ours ? '' : 'failed', others ? '' : 'failed', '', ''];
    pairs.push({ ours, others });
  }
  const of = (which: 'ours' | 'others') => median(pairs.map((pair) => pair[which].median));
  const ratio = median(pairs.map(({ ours, others }) => ours.median / others.median));
  const processor = median(pairs.map(({ ours, others }) => (ours.processorMs ?? 0) / (others.processorMs ?? 0)));
  return [
    ...[row.name, row.title, inUnit(of('ours'), row.unit), inUnit(of('others'), row.unit), `${ratio.toFixed(2)} ×`],
    Number.isNaN(processor) ? '' : `${processor.toFixed(2)} ×`,
  ];
}

/** The same modules where the other build asks for the same, else its own. */
function bringModules(other: string): void {
  const locked = (folder: string) => readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (locked(other) === locked(root)) symlinkSync(join(root, 'node_modules'), join(other, 'node_modules'));
  else run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--silent'], other);
}

/** One process for each figure, so that neither build profits from what the other one has compiled. */
function runOnce(folder: string, name: string, short: boolean, json: string): Measured | undefined {
  rmSync(json, { force: true });
  // An older build may read TypeScript in another way.
  const argv = ['-r', join(root, '.ci/typescript.js'), `${place}/main.ts`, name, '--json', json];
  const often = short ? ['--short', '--runs', '1'] : ['--runs', '3'];
  const { stderr } = spawnSync(process.execPath, [...argv, ...often], { cwd: folder, encoding: 'utf8' });
  if (!existsSync(json)) {
    process.stderr.write(`bench: ${name} in ${folder}: ${stderr.slice(-1000)}\n`);
    return undefined;
  }
  const { rows } = JSON.parse(readFileSync(json, 'utf8')) as { readonly rows: readonly Measured[] };
  return rows[0];
}

function git(...args: readonly string[]): void {
  run('git', args, root);
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  const code = 'ERR_OTHER_BUILD';
  if (status !== 0) throw Object.assign(new Error(`${program} ${args.join(' ')}: ${stderr.trim()}`), { code });
}
