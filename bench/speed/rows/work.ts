import type { Bench, Figure, Row } from '../row';
import { type Server, untilArrived } from '../server';
import { type ClientPlan, spawnClient } from '../spawn-client';
import { runSwaks } from '../swaks';

/** What the wire client takes of the processor, whatever else the machine does and however long the server thinks. */
const work: Row = {
  name: 'work',
  title: 'processor time of the wire client for one login and mail',
  unit: 'ms',
  peer: 'swaks',
  target: { kind: 'at most', value: 1.2 },
  length: 'short',
  async open(bench) {
    const server = await bench.server();
    return {
      ours: () => workOf(server, planOf(bench, 'wire')),
      peer: async () => {
        const { processorMs } = await runSwaks(server);
        return { value: processorMs, processorMs };
      },
    };
  },
};

/** How much of that is Node's and the kernel's: connecting, and seven writes and reads. */
const bare: Row = {
  name: 'bare',
  title: 'the same, beside a socket that says the same lines and reads nothing',
  unit: 'ms',
  peer: 'bare socket',
  async open(bench) {
    const server = await bench.server();
    return {
      ours: () => workOf(server, planOf(bench, 'wire')),
      peer: () => workOf(server, planOf(bench, 'bare')),
    };
  },
};

// After some hundreds Node has compiled what it will; those before take twice as much.
function planOf({ short }: Bench, client: ClientPlan['client']): ClientPlan {
  return { client, warmUp: short ? 32 : 800, count: short ? 30 : 200, atOnce: 1 };
}

async function workOf(server: Server, plan: ClientPlan): Promise<Figure> {
  const before = server.target.sink.messages.length;
  const { processorMs } = await spawnClient(server, plan);
  await untilArrived(server, before + plan.warmUp + plan.count);
  return { value: processorMs / plan.count, processorMs };
}

export const rows = [work, bare];
