import type { ProgramOptions } from './run-to-its-end';

type Interruption = Pick<ProgramOptions, 'onInterrupt' | 'cleanUp'>;

/** The part of one of several programs that run side by side. */
export interface InterruptShare extends Interruption {
  /** To be called when it has ended, however that was. */
  readonly leave: () => void;
}

/**
 * For programs side by side: each hears Ctrl-C by itself, but it is said once, and only the last to end cleans up,
 * since before that the others may still be starting what is to be removed.
 */
export function sharedInterrupt({ onInterrupt, cleanUp }: Interruption): () => InterruptShare {
  const running = new Set<symbol>();
  let told = false;
  return () => {
    const self = Symbol('one of the programs');
    running.add(self);
    return {
      onInterrupt: () => {
        if (!told) onInterrupt();
        told = true;
      },
      cleanUp: async () => {
        running.delete(self);
        if (running.size === 0) await cleanUp();
      },
      leave: () => running.delete(self),
    };
  };
}
