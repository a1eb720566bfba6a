import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';

/** How a program ended. */
export type ProgramEnd =
  | { readonly kind: 'exited'; readonly status: number }
  /** By a signal that did not come through us. */
  | { readonly kind: 'killed'; readonly signal: string }
  /** Because we were told to stop; the status is that of a program ended by this signal: 130 after Ctrl-C. */
  | { readonly kind: 'interrupted'; readonly status: number };

/** How to start it, who may stop it, and what then remains to do. */
export interface ProgramOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The file that takes what it prints; undefined: it shares our terminal. */
  readonly outputFile?: string | undefined;
  /** Where its standard output goes where there is no such file. */
  readonly stdout?: 'stdout' | 'stderr' | 'nowhere' | undefined;
  /** Where signals come from; the process, except in tests. */
  readonly signals: Pick<NodeJS.EventEmitter, 'on' | 'off'>;
  readonly onInterrupt: () => void;
  /** What to do once an interrupted program has ended, with all that it started. */
  readonly cleanUp: () => Promise<void>;
  /** How long the same signal still counts as the same key press. */
  readonly samePressMs?: number;
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program with our own input and output, unless told otherwise, and waits for its end whatever happens: the
 * first signal to stop is passed on to it so that it can clean up, the second kills it and whatever still cleans up.
 *
 * It gets a process group of its own. In ours, the terminal's Ctrl-C would reach it directly, then again through
 * npm, which passes signals on, and once more through us; so it could not tell the first press from the second.
 * And its children (Jest's workers, esbuild's service) would get it too, and be missing when it cleans up.
 */
export async function runToItsEnd(
  command: readonly [string, ...string[]],
  { signals, onInterrupt, cleanUp, samePressMs = 500, ...place }: ProgramOptions,
): Promise<ProgramEnd> {
  const [program, ...args] = command;
  const child = start(program, args, place);
  const pressedAgain = new AbortController();
  let first: { readonly signal: StopSignal; readonly atMs: number } | undefined;

  const onSignal = (signal: StopSignal) => {
    if (first === undefined) {
      first = { signal, atMs: performance.now() };
      onInterrupt();
      child.kill(signal);
    } else if (signal !== first.signal || performance.now() - first.atMs >= samePressMs) {
      killGroup(child);
      pressedAgain.abort();
    }
  };
  const listeners = stopSignals.map((signal) => [signal, () => onSignal(signal)] as const);
  for (const [signal, listener] of listeners) signals.on(signal, listener);

  try {
    const [status, signal] = await once(child, 'exit');
    if (first === undefined) return ofItsOwn(status, signal);
    killGroup(child);
    await unlessAborted(cleanUp(), pressedAgain.signal);
    return { kind: 'interrupted', status: 128 + constants.signals[first.signal] };
  } finally {
    for (const [signal, listener] of listeners) signals.off(signal, listener);
  }
}

const ours = { stdout: 1, stderr: 2, nowhere: 'ignore' } as const;

/** A file and no pipe: what writes last may outlive the program, and would keep a pipe open. */
function start(
  program: string,
  args: readonly string[],
  { cwd, env, outputFile, stdout = 'stdout' }: Pick<ProgramOptions, 'cwd' | 'env' | 'outputFile' | 'stdout'>,
): ChildProcess {
  if (outputFile === undefined) {
    return spawn(program, args, { cwd, env, stdio: ['inherit', ours[stdout], 2], detached: true });
  }
  const output = openSync(outputFile, 'a');
  try {
    return spawn(program, args, { cwd, env, stdio: ['ignore', output, output], detached: true });
  } finally {
    closeSync(output);
  }
}

type StopSignal = (typeof stopSignals)[number];

function ofItsOwn(status: number | null, signal: string | null): ProgramEnd {
  return status === null ? { kind: 'killed', signal: signal ?? 'an unknown signal' } : { kind: 'exited', status };
}

/** Ends what the program started and left, such as workers that did not notice that it has gone. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // ESRCH: all of the group have ended, which is what we want.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<unknown> {
  return signal.aborted ? Promise.resolve() : Promise.race([work, once(signal, 'abort')]);
}
