import { execFile } from 'node:child_process';
import { once } from 'node:events';
import * as net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { owner, ownerLabel } from '../../../containers/docker/leftovers';
import { openSession } from '../../../helpers/sessions/open-session';
import { startTarget } from '../../../helpers/targets/start-target';
import type { Row } from '../row';
import { prepareServer } from '../server';

const run = promisify(execFile);

/** What a test file pays before its first mail. */
export const rows: readonly Row[] = [
  {
    name: 'start',
    title: 'start of lab and reference server until EHLO is answered',
    unit: 's',
    peer: 'docker run',
    target: { kind: 'at most, of the peer', value: 1.2 },
    async open() {
      const prepared = await prepareServer();
      return {
        ours: async () => {
          const since = performance.now();
          await using target = await startTarget(prepared);
          await using session = await openSession(target, { port: 25, security: 'plain' });
          if (!session.extensions) throw new Error('EHLO was not accepted');
          return { value: (performance.now() - since) / 1000 };
        },
        peer: () => bareStart(prepared.serverImage),
      };
    },
  },
];

/** `docker run` of the image until it greets: one container on Docker's own network, that nobody looks after. */
async function bareStart(image: string) {
  const since = performance.now();
  const { stdout } = await run('docker', ['run', '--detach', '--label', `${ownerLabel}=${owner()}`, image]);
  const id = stdout.trim();
  try {
    const address = await run('docker', ['inspect', '--format', '{{.NetworkSettings.IPAddress}}', id]);
    while (!(await greets(address.stdout.trim()))) await delay(5);
    return { value: (performance.now() - since) / 1000 };
  } finally {
    await run('docker', ['rm', '--force', id]);
  }
}

async function greets(host: string): Promise<boolean> {
  const socket = net.connect({ host, port: 25 });
  try {
    const [bytes] = await once(socket, 'data');
    return String(bytes).startsWith('220');
  } catch {
    // Nobody listens yet.
    return false;
  } finally {
    socket.destroy();
  }
}
