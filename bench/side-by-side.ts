import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inEngine } from './interruptions/left';
import { script } from './script';

const about =
  'Whether runs at the same time on one engine leave each other alone: two in this clone, one in another, and, as root on Linux, one ' +
  'by another user. One of them is killed on the way, and a fifth starts then and removes what that one has left, and no more.';
const options = script('side-by-side', about)
  .option('--suite <name>', 'which suite they ask', 'open-relay')
  .option('--user <name>', "one in the group of the engine's socket; without it one is made for the time being")
  .parse()
  .opts();

interface Run {
  readonly name: string;
  readonly folder: string;
  readonly user?: string | undefined;
  /** After so many seconds it is killed with all that it has started. */
  readonly killedAfter?: number;
  /** It starts after so many seconds. */
  readonly startsAfter?: number;
}

const root = join(__dirname, '..');
const place = mkdtempSync(join(tmpdir(), 'side-by-side-'));
chmodSync(place, 0o755);
const isRoot = process.getuid?.() === 0;
const made = isRoot && options.user === undefined ? makeUser() : undefined;
const user = options.user ?? made;

main().then(
  (status) => {
    process.exitCode = status;
    tidy();
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    tidy();
  },
);

function tidy(): void {
  if (made !== undefined) spawnSync('userdel', ['--remove', made], { stdio: 'ignore' });
  rmSync(place, { recursive: true, force: true });
}

async function main(): Promise<number> {
  const before = await inEngine();
  const runs: readonly Run[] = [
    { name: 'in this clone', folder: root },
    { name: 'in this clone once more', folder: root },
    { name: 'in another clone', folder: cloneTo('other') },
    ...(user === undefined ? [] : [{ name: 'by another user', folder: cloneTo('user', user), user }]),
    { name: 'killed', folder: root, killedAfter: 12 },
    { name: 'the next after the killed one', folder: root, startsAfter: 15 },
  ];
  const results = await Promise.all(runs.map(verify));
  const [first] = results;
  let wrong = 0;
  for (const { run, status, verdicts } of results) {
    const missed = verdicts.split('\n').filter((line) => !/ (held|not-applicable)$/.test(line));
    const isSame = run.killedAfter !== undefined || (status === 0 && verdicts === first?.verdicts);
    if (!isSame) wrong++;
    const words = isSame ? 'as it should be' : missed.join(', ') || 'other checks than the first';
    process.stdout.write(`${run.name}: exit status ${status}, ${words}
`);
  }
  const left = (await inEngine()).containers.filter((id) => !before.containers.includes(id));
  process.stdout.write(`${runs.length} runs at the same time, ${wrong} disturbed; ${left.length} containers left\n`);
  return wrong + left.length === 0 ? 0 : 1;
}

async function verify(run: Run) {
  const out = join(place, run.name.replaceAll(' ', '-'));
  mkdirSync(out);
  if (run.user !== undefined) spawnSync('chown', [run.user, out]);
  await new Promise((resolve) => setTimeout(resolve, (run.startsAfter ?? 0) * 1000));
  const command = [
    ...[
      process.execPath,
      '-r',
      './.ci/typescript.js',
      'helpers/cli/main.ts',
      'verify',
      '--image',
      'debian12',
      '--quiet',
    ],
    ...['--suite', options.suite, '--out', out, '--format', 'json'],
  ];
  const [program = '', ...args] = run.user === undefined ? command : ['runuser', '-u', run.user, '--', ...command];
  const child = spawn(program, args, { cwd: run.folder, stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  const timer = run.killedAfter !== undefined && setTimeout(() => killAll(child.pid), run.killedAfter * 1000);
  const [status] = await once(child, 'exit');
  clearTimeout(timer || undefined);
  return { run, status: status as number | null, verdicts: verdictsIn(join(out, 'result.json')) };
}

/** The process and all that descend from it, which have process groups of their own. */
function killAll(pid: number | undefined): void {
  const lines = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).stdout.trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const parent of family) family.push(...pairs.filter(([, ppid]) => ppid === parent).map(([own]) => own));
  for (const one of family) if (one !== undefined) process.kill(one, 'SIGKILL');
}

function verdictsIn(file: string): string {
  try {
    const { checks } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly checks: readonly { readonly id: string; readonly verdict: string }[];
    };
    return checks.map(({ id, verdict }) => `${id} ${verdict}`).join('\n');
  } catch {
    // It was killed before it had written any.
    return '';
  }
}

function cloneTo(name: string, owner?: string): string {
  const folder = join(place, name);
  spawnSync('git', ['clone', '--quiet', '--no-hardlinks', root, folder]);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  if (owner !== undefined) spawnSync('chown', ['-R', '-h', owner, folder]);
  return folder;
}

function makeUser(): string {
  const name = `harness-${process.pid}`;
  const { status } = spawnSync('useradd', ['--create-home', '--groups', 'docker', name]);
  if (status !== 0) throw new Error('useradd: a user in the group docker could not be made; name one with --user');
  return name;
}
