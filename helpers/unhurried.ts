import os from 'node:os';

/**
 * A wait in whole milliseconds, as long as it takes on this machine: what would be silence on one at rest is none where each processor
 * has several programs to run, the server's among them. Six times as long at most.
 */
export function unhurried(ms: number): number {
  const [ofTheLastMinute = 0] = os.loadavg();
  return Math.round(ms * Math.min(6, Math.max(1, ofTheLastMinute / os.availableParallelism() / 2)));
}
