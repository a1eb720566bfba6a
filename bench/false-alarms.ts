import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckResult } from '../helpers/model/result';
import { script, wholeNumber } from './script';
import { verifyOnce } from './verify-once';

const about =
  'Whether a check speaks up on a server that is as it should be: asks every correct server of the repository everything, several ' +
  'times, and counts what failed and what could not be told.';
const options = script('false-alarms', about)
  .option('--runs <number>', 'how often each', wholeNumber(1), 3)
  .option('--only <names>', 'of these servers alone, as debian12,exim,sql', '')
  .option('--suite <ids...>', 'of these suites alone', [])
  .option(
    '--log <file>',
    'a line of JSON for each check that had something to tell, a warning or a known deviation too',
  )
  .parse()
  .opts();

const root = join(__dirname, '..');
// Those of other systems are pulled from registries; where they are not here, they are said to be missing.
const reference = ['centos7', 'debian11', 'debian12', 'debian13', 'sid', 'dovecot', 'smarthost'];
const profiles = (folder: string) =>
  readdirSync(join(root, 'containers', folder))
    .sort()
    .map((name) => ({ name, args: ['--profile', join('containers', folder, name, 'profile.yaml')] }));
const servers = [
  ...reference.map((name) => ({ name, args: ['--image', name] })),
  ...profiles('servers'),
  ...profiles('stores'),
];
const only = options.only.split(',').filter(Boolean);

const folder = mkdtempSync(join(tmpdir(), 'false-alarms-'));
let [runs, answers, alarms] = [0, 0, 0];
try {
  for (const { name, args } of servers.filter((one) => only.length === 0 || only.includes(one.name))) {
    for (let run = 1; run <= options.runs; run++) {
      const { seconds, result } = verifyOnce(
        [...args, ...options.suite.flatMap((suite: string) => ['--suite', suite])],
        folder,
      );
      if (!result || result.checks.length < 10) {
        process.stdout.write(`${name}: no server could be had\n`);
        break;
      }
      runs++;
      answers += result.checks.length;
      const { mta, versions } = result.target;
      const wrong = result.checks.filter(({ verdict }) => verdict === 'failed' || verdict === 'could-not-tell');
      alarms += wrong.length;
      for (const check of result.checks) log(name, [mta, ...Object.values(versions)].join(' '), check);
      const counts = `${result.summary.held} held, ${result.summary.warned ?? 0} of them with a warning`;
      process.stdout.write(
        `${name}, ${mta} ${Object.values(versions).join(' ')}, run ${run}: ${counts}, ${wrong.length} false alarms; ${seconds} s\n`,
      );
      for (const { id, reason } of wrong) process.stdout.write(`  ${id}: ${reason}\n`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${runs} runs, ${answers} answers, ${alarms} false alarms\n`);
process.exitCode = alarms === 0 && runs > 0 ? 0 : 1;

function log(server: string, version: string, { id, level, verdict, warning, reason }: CheckResult): void {
  if (options.log === undefined || verdict === 'not-applicable' || (reason ?? warning) === undefined) return;
  appendFileSync(options.log, `${JSON.stringify({ server, version, id, level, verdict, warning, reason })}\n`);
}
