import type { WaitStrategy } from 'testcontainers';

/**
 * Counts a container as started as soon as the engine says so. Ours announce themselves in their log, and a mail
 * server must not be probed by connecting: one that is broken dies of it and is throttled for a minute.
 */
export function noWait(): WaitStrategy {
  const strategy: WaitStrategy = {
    waitUntilReady: async () => {},
    withStartupTimeout: () => strategy,
    isStartupTimeoutSet: () => true,
    getStartupTimeout: () => 60_000,
  };
  return strategy;
}
