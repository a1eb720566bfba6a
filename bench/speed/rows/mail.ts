import type { Row } from '../row';
import { untilArrived } from '../server';
import { runSwaks } from '../swaks';

/** A test of an application waits so long for each of its mails. */
export const rows: readonly Row[] = [
  {
    name: 'mail',
    title: 'one mail by the library: connection, login, arrival at the sink',
    unit: 'ms',
    peer: 'swaks',
    target: { kind: 'at most', value: 25 },
    length: 'short',
    async open(bench) {
      const server = await bench.server();
      const { mail: library, target } = server;
      const send = async () => {
        const since = performance.now();
        const sent = await library.send({ port: 587, user: library.user });
        if (sent.outcome !== 'relayed') throw new Error(`the mail was ${sent.outcome}`);
        return performance.now() - since;
      };
      for (let n = 0; n < (bench.short ? 2 : 10); n++) await send();
      return {
        ours: async () => ({ value: await send() }),
        // It ends when the server has taken the mail; that it arrives is waited for behind it.
        peer: async () => {
          const before = target.sink.messages.length;
          const { clockMs, processorMs } = await runSwaks(server);
          await untilArrived(server, before + 1);
          return { value: clockMs, processorMs };
        },
      };
    },
  },
];
