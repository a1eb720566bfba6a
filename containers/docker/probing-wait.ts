import { setTimeout } from 'node:timers/promises';
import { getContainerRuntimeClient, type WaitStrategy } from 'testcontainers';
import { HarnessError } from '../../helpers/errors';

/** Asks a service once, where its port is published; says what is still missing, nothing when it is ready. */
export type ReadinessProbe = (service: { readonly host: string; readonly port: number }) => Promise<string | undefined>;

/** For Testcontainers' `withWaitStrategy`: waits until the probe finds nothing missing, or the container is dead. */
export function probingWait(port: number, probe: ReadinessProbe): WaitStrategy {
  let limitMs = 60_000;
  let limitSet = false;
  const strategy: WaitStrategy = {
    async waitUntilReady(container, boundPorts) {
      const { info } = await getContainerRuntimeClient();
      const { host } = info.containerRuntime;
      // The port is published on both families, not always under the same number; Testcontainers tells that of IPv4.
      const service = { host: host === 'localhost' ? '127.0.0.1' : host, port: boundPorts.getBinding(port) };
      const deadline = performance.now() + limitMs;
      for (;;) {
        const missing = await probe(service);
        if (missing === undefined) return;
        const { State: state } = await container.inspect();
        if (!state.Running) throw new HarnessError('ESTART', `it ended with status ${state.ExitCode}; ${missing}`);
        if (performance.now() >= deadline) {
          throw new HarnessError('ETIMEOUT', `port ${port} is not ready within ${limitMs} ms; ${missing}`);
        }
        await setTimeout(intervalMs);
      }
    },
    withStartupTimeout(timeoutMs) {
      limitMs = timeoutMs;
      limitSet = true;
      return strategy;
    },
    isStartupTimeoutSet: () => limitSet,
    getStartupTimeout: () => limitMs,
  };
  return strategy;
}

const intervalMs = 250;
