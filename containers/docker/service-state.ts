import { setTimeout } from 'node:timers/promises';
import type { Dependency } from '../../helpers/model/compose-project';
import { endInWords } from './container-end';
import { dockerEngine } from './engine';
import { HealthCheck } from './health-check';

/**
 * Waits until a container is as another service wants it before it starts; what keeps it from that, in words, undefined when it
 * is so.
 */
export async function untilCondition(
  id: string,
  condition: Dependency['condition'],
  limitMs: number,
): Promise<string | undefined> {
  const deadline = performance.now() + limitMs;
  const check = new HealthCheck();
  for (;;) {
    const container = await (await dockerEngine()).getContainer(id).inspect();
    const { State: state } = container;
    const end = endInWords(container);
    const ended = end && `it ${end}`;
    if (condition === 'service_completed_successfully') {
      if (ended !== undefined) return state.ExitCode === 0 ? undefined : ended;
    } else if (condition === 'service_started') {
      return undefined;
    } else {
      // Podman names it otherwise than Docker in some versions: without a health check it is empty, or not there.
      const status = state.Health?.Status;
      if (status === 'healthy' || check.passes(container)) return undefined;
      if (ended !== undefined) return ended;
      if (!status || status === 'none') return 'it has no health check';
      if (status === 'unhealthy') return `it is unhealthy: ${state.Health?.Log?.at(-1)?.Output.trim() ?? ''}`;
    }
    if (performance.now() > deadline) return `it is not so within ${limitMs / 1000} s`;
    await setTimeout(pauseMs);
  }
}

// Long enough that asking is no load for what is starting.
const pauseMs = 250;

/** The status with which a container ended; undefined as long as it runs. */
export async function endOf(id: string): Promise<number | undefined> {
  const { State: state } = await (await dockerEngine()).getContainer(id).inspect();
  return state.Running ? undefined : state.ExitCode;
}
