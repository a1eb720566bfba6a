import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { script, wholeNumber } from '../script';
import { median } from './measure';
import { type Curve, plot } from './plot';
import { columns } from './table';
import { timed } from './timed';

const about = 'How time grows with the work: no faster than it where no curve is above the diagonal.';
const command = script('bench:growth', about)
  .argument('[kinds...]', 'log, checks or targets alone')
  .option('--runs <number>', 'how often each', wholeNumber(1), 3)
  .option('--svg <file>', 'where the plot goes', 'docs/pictures/growth.svg')
  .option('--json <file>', 'where the figures go')
  .option('--from <file>', 'draws the figures that an earlier run has written')
  .parse();
const values = command.opts();
const [kinds] = command.processedArgs;
const folder = mkdtempSync(join(tmpdir(), 'bench-growth-'));
const root = join(__dirname, '../..');
const harness = [process.execPath, '-r', './.ci/typescript.js', 'helpers/cli/main.ts'];
const verify = [...harness, 'verify', '--quiet', '--out', join(folder, 'out')];

/** Diagnose ends with 1 where it has found something. */
const statuses = [0, 1];

/** What grows, how far, and the command that has so much to do. */
interface Growth {
  readonly name: string;
  readonly title: string;
  readonly steps: readonly number[];
  readonly command: (step: number) => readonly string[];
}

const growths: readonly Growth[] = [
  { name: 'log', title: 'lines of a log for diagnose (× 10)', steps: [10, 20, 50, 100], command: diagnose },
  { name: 'checks', title: 'checks of verify (× 4)', steps: [1, 2, 4], command: verifyShare },
  { name: 'targets', title: 'servers of verify, one suite (× 8)', steps: [1, 2, 4, 8], command: verifyTargets },
];

main()
  .catch((error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }));

async function main(): Promise<void> {
  const curves = values.from ? (JSON.parse(readFileSync(values.from, 'utf8')) as readonly Curve[]) : await measureAll();
  const rows = curves.flatMap(({ title, points }) =>
    points.map(({ work, time, processorMs, clockMs }) => [
      ...[title, `× ${work}`, `× ${time.toFixed(2)}`],
      ...[`${(processorMs / 1000).toFixed(1)} s`, `${(clockMs / 1000).toFixed(1)} s`],
    ]),
  );
  process.stdout.write(
    `${columns([['what', 'work', 'processor time', 'of the processor', 'on the clock'], ...rows])}\n`,
  );
  writeFileSync(values.svg, plot(curves));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(curves, undefined, 2)}\n`);
}

async function measureAll(): Promise<readonly Curve[]> {
  const curves: Curve[] = [];
  for (const growth of growths) {
    if (kinds.length === 0 || kinds.includes(growth.name)) curves.push(await measure(growth));
  }
  return curves;
}

async function measure({ title, steps, command }: Growth): Promise<Curve> {
  const taken = new Map<number, { clockMs: number; processorMs: number }[]>(steps.map((step) => [step, []]));
  for (let run = 0; run < values.runs; run++) {
    for (const [step, all] of taken) all.push(await timed(command(step), { cwd: root, statuses }));
  }
  const [first = 1] = steps;
  const of = (step: number, what: 'clockMs' | 'processorMs') =>
    median((taken.get(step) ?? []).map((took) => took[what]));
  const points = steps.map((step) => ({
    work: step / first,
    // Processor time, so that it says the same on a busy machine.
    time: of(step, 'processorMs') / of(first, 'processorMs'),
    processorMs: of(step, 'processorMs'),
    clockMs: of(step, 'clockMs'),
  }));
  return { title, points };
}

function diagnose(megabytes: number): readonly string[] {
  const path = join(folder, 'maillog');
  const file = openSync(path, 'w');
  for (let written = 0, n = 0; written < megabytes * 1_000_000; ) {
    const lines = Array.from({ length: 5000 }, () => `${logLine(n++)}\n`).join('');
    written += writeSync(file, lines);
  }
  closeSync(file);
  return [...harness, 'diagnose', path];
}

/** Mail that is delivered, and now and then a login that is refused. */
function logLine(n: number): string {
  const time = new Date(Date.UTC(2026, 10, 24) + n * 100).toISOString();
  if (n % 20 === 0) {
    return `${time} mail postfix/smtpd[16]: warning: client${n % 500}.example.org[192.0.2.7]: SASL LOGIN authentication failed: authentication failure`;
  }
  const queueId = (0x4a5b6c7d00 + n).toString(16).toUpperCase();
  return `${time} mail postfix/smtp[${2000 + (n % 97)}]: ${queueId}: to=<bob${n % 700}@example.org>, relay=mx.example.org[203.0.113.5]:25, delay=0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok)`;
}

/** So many quarters of all checks. */
function verifyShare(quarters: number): readonly string[] {
  const shard = quarters === 4 ? [] : ['--shard', `1/${4 / quarters}`];
  return [...verify, '--image', 'debian12', ...shard];
}

/** The same server under so many names: one that is named twice is asked once. */
function verifyTargets(count: number): readonly string[] {
  const context = join(root, 'containers/servers/postfix-dovecot');
  const profile = readFileSync(join(context, 'profile.yaml'), 'utf8').replace('context: .', `context: ${context}`);
  const profiles = Array.from({ length: count }, (_, index) => {
    const path = join(folder, `server-${index}.yaml`);
    writeFileSync(path, profile.replace(/^name: .*/m, `name: server-${index}`));
    return path;
  });
  const file = join(folder, 'targets');
  writeFileSync(file, `${profiles.join('\n')}\n`);
  return [...verify, '--suite', 'anonymous-denial', '--targets', file];
}
