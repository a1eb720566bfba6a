import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { markName } from './marked-processes';

const root = join(__dirname, '../..');
const harness = [process.execPath, '-r', './.ci/typescript.js', 'helpers/cli/main.ts'];

/** What is broken off. */
export interface Victim {
  readonly name: string;
  readonly command: readonly string[];
  /** How long it takes when nobody breaks it off, about. */
  readonly seconds: number;
}

/** The runs that are broken off in turn; what they write goes into the folder. */
export const victimsIn = (folder: string): readonly Victim[] => [
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

/** Starts one. */
export function start([program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(program, args, { cwd: root, env, stdio: 'ignore', detached: true });
}

/** The next run is a short one: what dead runs have left is removed before its first container starts. */
export function nextStart(folder: string, env: NodeJS.ProcessEnv): void {
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
