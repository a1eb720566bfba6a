import { constants } from 'node:os';

/** What is stopped, and how; the process itself, except in tests. */
export interface SignalledProcess {
  readonly on: (signal: NodeJS.Signals, listener: () => void) => unknown;
  readonly exit: (status: number) => void;
  readonly complain: (line: string) => void;
}

/**
 * To be called once in Jest's globalSetup. Jest knows no signals: Ctrl-C ends it where it stands, its globalTeardown
 * is not run, and the containers stay. This runs the clean-up first, once, however often we are signalled, and then
 * exits with the status of a process that was ended by the signal.
 */
export function cleanUpOnSignal(cleanUp: () => Promise<void>, self: SignalledProcess = thisProcess): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    self.on(signal, () => {
      if (stopping) return;
      stopping = true;
      cleanUp()
        .catch((error: Error) => self.complain(`the containers could not all be removed: ${error.message}`))
        .finally(() => self.exit(128 + constants.signals[signal]));
    });
  }
}

const thisProcess: SignalledProcess = {
  on: (signal, listener) => process.on(signal, listener),
  exit: (status) => process.exit(status),
  complain: (line) => process.stderr.write(`${line}\n`),
};
