import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';

/**
 * What stays behind of runs that are broken off: starts `verify`, `reproduce` and plain Jest in turn, breaks each off at a random
 * moment in one of the ways below, lets the next run start, and counts what is there then and was not there before.
 *
 *     npm run interruptions -- --times 50 [--seed 7] [--way SIGKILL]
 */
const { values: options } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    way: { type: 'string' },
  },
});

const root = join(__dirname, '..');
const harness = [process.execPath, '-r', './.ci/typescript.js', 'helpers/cli/main.ts'];
const folder = mkdtempSync(join(tmpdir(), 'interruptions-'));
const tiny = join(folder, 'tiny');

/** In the environment of all that a trial starts, and so found in /proc whatever becomes of its parents. */
const markName = 'SMTP_AUTH_HARNESS_TRIAL';

interface Victim {
  readonly name: string;
  readonly command: readonly string[];
  /** How long it takes when nobody breaks it off, about. */
  readonly seconds: number;
}

const victims: readonly Victim[] = [
  {
    name: 'verify',
    command: [
      ...harness,
      'verify',
      '--image',
      'debian12',
      '--suite',
      'open-relay',
      '--quiet',
      '--out',
      join(folder, 'out'),
    ],
    seconds: 25,
  },
  {
    name: 'reproduce',
    command: [...harness, 'reproduce', 'saslauthd/not-running', '--image', 'debian12'],
    seconds: 15,
  },
  {
    name: 'jest',
    command: [
      process.execPath,
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      'lab',
      '--testPathPatterns',
      'lab/(lab|profile).test',
    ],
    seconds: 30,
  },
];

/** How a run is broken off: a signal to its first process, or what is done to it. */
const ways = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGKILL',
  'SIGKILL to all',
  'SIGKILL to a worker',
  'exception',
  'full disk',
] as const;
type Way = (typeof ways)[number];

interface Left {
  readonly containers: number;
  readonly networks: number;
  readonly volumes: number;
  readonly processes: number;
  readonly ports: number;
  readonly files: number;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 2;
  },
);

async function main(): Promise<number> {
  const random = mulberry32(Number(options.seed));
  const asked = options.way === undefined ? ways : ways.filter((way) => way === options.way);
  const sums = new Map<string, number>();
  let clean = 0;
  const times = Number(options.times);
  try {
    for (let time = 0; time < times; time++) {
      const victim = victims[time % victims.length] as Victim;
      const way = asked[Math.floor(time / victims.length) % asked.length] as Way;
      const afterMs = Math.round(random() * victim.seconds * 1000);
      const { left, ended } = await tryOnce(`${process.pid}-${time}`, victim, way, afterMs);
      const found = Object.entries(left).filter(([, count]) => count > 0);
      if (found.length === 0) clean++;
      for (const [what, count] of found) sums.set(what, (sums.get(what) ?? 0) + count);
      process.stdout.write(
        `${time + 1}/${times} ${victim.name}, ${way} after ${(afterMs / 1000).toFixed(1)} s: ${ended}; left: ` +
          `${found.map(([what, count]) => `${count} ${what}`).join(', ') || 'nothing'}\n`,
      );
    }
  } finally {
    spawnSync('umount', [tiny]);
    rmSync(folder, { recursive: true, force: true });
  }
  const all = [...sums].map(([what, count]) => `${count} ${what}`).join(', ');
  process.stdout.write(`${times} runs broken off, ${clean} left nothing${all ? `; in all: ${all}` : ''}\n`);
  return clean === times ? 0 : 1;
}

async function tryOnce(mark: string, victim: Victim, way: Way, afterMs: number) {
  const temporary = way === 'full disk' ? makeTiny() : join(folder, `tmp-${mark}`);
  mkdirSync(temporary, { recursive: true });
  const before = inEngine();
  const env = { ...process.env, TMPDIR: temporary, [markName]: mark };
  const child = start(victim.command, way === 'exception' ? { ...env, ...throwing(afterMs) } : env);
  const end = once(child, 'exit');
  await Promise.race([delay(afterMs), end]);
  const isOver = child.exitCode !== null || child.signalCode !== null;
  if (!isOver) breakOff(child, way, mark, temporary);
  const ended = await Promise.race([
    end.then(([status, signal]) => `ended by ${signal ?? `status ${status}`}`),
    delay(120_000, 'did not end'),
  ]);
  // What was told to end may still be at it.
  for (let n = 0; n < 100 && marked(mark).length > 0; n++) await delay(100);
  if (way === 'full disk') rmSync(join(temporary, 'full'), { force: true });
  nextStart(env);
  const after = inEngine();
  const added = (what: keyof typeof before) => after[what].filter((id) => !before[what].includes(id)).length;
  const left: Left = {
    containers: added('containers'),
    networks: added('networks'),
    volumes: added('volumes'),
    processes: marked(mark).length,
    ports: listeningPorts(marked(mark)),
    files: readdirSync(temporary).filter((name) => !isCache(name)).length,
  };
  for (const pid of marked(mark)) kill(pid, 'SIGKILL');
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  return { left, ended: isOver ? `${ended} before` : ended };
}

function start([program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(program, args, { cwd: root, env, stdio: 'ignore', detached: true });
}

function breakOff(child: ChildProcess, way: Way, mark: string, temporary: string): void {
  switch (way) {
    case 'SIGKILL to all':
      for (const pid of marked(mark)) kill(pid, 'SIGKILL');
      return;
    case 'SIGKILL to a worker':
      // Where there is none, as with one file of tests, what comes next to it.
      kill(
        marked(mark).findLast((pid) => commandOf(pid).includes('processChild')) ?? marked(mark).at(-1) ?? 0,
        'SIGKILL',
      );
      return;
    case 'full disk':
      spawnSync('dd', ['if=/dev/zero', `of=${join(temporary, 'full')}`, 'bs=64k'], { stdio: 'ignore' });
      return;
    case 'exception':
      return;
    default:
      child.kill(way);
  }
}

/** Makes each Node process of the run throw at that moment. */
function throwing(afterMs: number): NodeJS.ProcessEnv {
  const file = join(folder, 'throw.js');
  writeFileSync(file, `setTimeout(() => { throw new Error('thrown on purpose'); }, ${afterMs}).unref();\n`);
  return { NODE_OPTIONS: `--require ${file}` };
}

/** A disk of some megabytes; as root on Linux. */
function makeTiny(): string {
  mkdirSync(tiny, { recursive: true });
  spawnSync('umount', [tiny], { stdio: 'ignore' });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', tiny]);
  if (status !== 0) throw new Error('a small disk can not be mounted: run it as root, or choose another --way');
  return tiny;
}

/** What Jest and Testcontainers keep from run to run, one for each user of the machine. */
function isCache(name: string): boolean {
  return /^(jest_\w+|testcontainers-node-\w*\.lock)$/.test(name);
}

/** The next run is a short one: what dead runs have left is removed before its first container starts. */
function nextStart(env: NodeJS.ProcessEnv): void {
  const [program = '', ...args] = harness;
  const next = [...args, 'verify', '--image', 'debian12', '--check', 'announcement/auth-on-465', '--quiet'];
  const { status, stderr } = spawnSync(program, [...next, '--out', join(folder, 'next')], {
    cwd: root,
    env: { ...env, [markName]: 'next', NODE_OPTIONS: '' },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) process.stdout.write(`  the next run ended with status ${status}\n${stderr}`);
}

function inEngine() {
  const ids = (...args: readonly string[]) =>
    spawnSync('docker', args, { encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
  return {
    containers: ids('ps', '--all', '--quiet', '--no-trunc'),
    networks: ids('network', 'ls', '--quiet', '--no-trunc'),
    volumes: ids('volume', 'ls', '--quiet'),
  };
}

function marked(mark: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readOf(`/proc/${pid}/environ`).split('\0').includes(`${markName}=${mark}`))
    .map(Number);
}

function commandOf(pid: number): string {
  return readOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

/** How many TCP ports these processes listen on. */
function listeningPorts(pids: readonly number[]): number {
  const lines = spawnSync('ss', ['-Hltnp'], { encoding: 'utf8' }).stdout?.split('\n') ?? [];
  return lines.filter((line) => pids.some((pid) => line.includes(`pid=${pid},`))).length;
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    if (pid > 0) process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

/** Empty where it can't be read: the process has ended. */
function readOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Random numbers that are the same for the same seed, so that a run can be had again. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
