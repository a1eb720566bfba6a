import type { Row } from '../row';
import { untilArrived } from '../server';
import { envelope, spawnClient } from '../spawn-client';

const atOnce = 16;

/** Many clients at a time: how much of what the server can take in the client lets through. */
export const rows: readonly Row[] = [
  {
    name: 'logins',
    title: `logins with a mail each, ${atOnce} at once; the peer does not log in`,
    unit: 'a second',
    peer: 'smtp-source',
    target: { kind: 'at least, of the peer', value: 0.8 },
    length: 'short',
    async open(bench) {
      const server = await bench.server();
      const { target } = server;
      const peers = await server.peers();
      // It can't log in, so it comes from an address that the server trusts.
      const trusted = target.clientAddress('inside', 25);
      const count = bench.short ? 48 : 320;
      const warmUp = bench.short ? 16 : 160;
      const settled = async (mails: number, run: () => Promise<{ clockMs: number; processorMs: number }>) => {
        const before = target.sink.messages.length;
        const { clockMs, processorMs } = await run();
        await untilArrived(server, before + mails);
        return { value: count / (clockMs / 1000), processorMs };
      };
      return {
        ours: () => settled(warmUp + count, () => spawnClient(server, { client: 'wire', warmUp, count, atOnce })),
        peer: () =>
          settled(count, () =>
            peers.timed(
              'smtp-source',
              ...['-s', String(atOnce), '-m', String(count), '-l', '600', '-f', envelope.from, '-t', envelope.to],
              `${trusted.host}:${trusted.port}`,
            ),
          ),
      };
    },
  },
];
