import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement, Row } from '../row';
import { timed } from '../timed';

/** Whole commands, as a user starts them. */
export const rows: readonly Row[] = [
  {
    name: 'verify',
    title: 'verify of the reference server, all checks',
    unit: 's',
    target: { kind: 'at most, of the other build', value: 0.45 },
    open: verify(),
  },
  {
    name: 'suite',
    title: 'verify of its first suite alone (authenticated-relay)',
    unit: 's',
    target: { kind: 'at most', value: 2 },
    open: verify('--suite', 'authenticated-relay'),
  },
  {
    name: 'matrix',
    title: 'verify --matrix: every version side by side',
    unit: 's',
    target: { kind: 'at most', value: 24 },
    length: 'long',
    open: verify('--matrix'),
  },
  {
    name: 'modes',
    title: 'the proof of all failure modes',
    unit: 's',
    target: { kind: 'at most', value: 55 },
    length: 'long',
    open: command(['node_modules/.bin/jest', '--selectProjects', 'failure-modes', '--maxWorkers=1'], {
      HARNESS_MODES: '',
    }),
  },
  {
    name: 'test',
    title: 'npm test',
    unit: 's',
    target: { kind: 'at most', value: 240 },
    length: 'long',
    open: command(['npm', 'test']),
  },
];

function verify(...options: readonly string[]): Row['open'] {
  return async () => {
    const out = mkdtempSync(join(tmpdir(), 'bench-speed-'));
    const which = options.includes('--matrix') ? [] : ['--image', 'debian12'];
    const harness = ['npm', 'run', '--silent', 'verify', '--'];
    return {
      ...measure([...harness, ...which, '--out', out, ...options]),
      [Symbol.asyncDispose]: async () => rmSync(out, { recursive: true, force: true }),
    };
  };
}

function command(words: readonly string[], env: NodeJS.ProcessEnv = {}): Row['open'] {
  return async () => measure(words, env);
}

function measure(words: readonly string[], env: NodeJS.ProcessEnv = {}): Measurement {
  return {
    ours: async () => {
      const { clockMs, processorMs } = await timed(words, {
        cwd: join(__dirname, '../../..'),
        env: { ...process.env, ...env },
      });
      return { value: clockMs / 1000, processorMs };
    },
  };
}
