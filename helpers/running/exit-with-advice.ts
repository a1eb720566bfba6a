import { HarnessError } from '../errors';

/** The exit status by which `verify` knows that all has been said of why nothing could be asked. Jest has 0 and 1. */
export const explained = 3;

/**
 * Wraps Jest's globalSetup and globalTeardown. A HarnessError says what to do; Jest would bury that under its own
 * stack. So it is printed alone and ends the run, with a status of its own.
 */
export function exitWithAdvice(hook: () => Promise<void>, self: EndingProcess = thisProcess) {
  return async (): Promise<void> => {
    try {
      await hook();
    } catch (error) {
      if (!(error instanceof HarnessError)) throw error;
      self.complain(error.message);
      self.exit(explained);
    }
  };
}

/** Where the explanation goes; the process itself, except in tests. */
export interface EndingProcess {
  readonly exit: (status: number) => void;
  readonly complain: (line: string) => void;
}

const thisProcess: EndingProcess = {
  exit: (status) => process.exit(status),
  complain: (line) => process.stderr.write(`${line}\n`),
};
