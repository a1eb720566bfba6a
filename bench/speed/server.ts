import { removeOrphans } from '../../containers/docker/leftovers';
import { useReaperIfHere } from '../../containers/docker/reaper';
import { StartedMailServer } from '../../helpers/library/started-mail-server';
import { type PreparedTarget, prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';
import { PeerContainer } from './peer-container';

/** The reference server that rows share, as the library has it and as the checks have it. */
export interface Server extends AsyncDisposable {
  readonly target: Target;
  readonly mail: StartedMailServer;
  /** Where the programs of the server's image run as clients of it. */
  readonly peers: () => Promise<PeerContainer>;
}

/** Makes the images ready that a server is started from. */
export async function prepareServer(): Promise<PreparedTarget> {
  await useReaperIfHere();
  await removeOrphans();
  return prepareTarget('debian12', (line) => process.stderr.write(`${line}\n`));
}

/** Starts a server for all rows. */
export async function startServer(): Promise<Server> {
  const prepared = await prepareServer();
  const target = await startTarget(prepared);
  let peers: Promise<PeerContainer> | undefined;
  return {
    target,
    mail: new StartedMailServer(target, { hostname: undefined, trusted: [], users: [] }),
    peers: () => {
      peers ??= PeerContainer.start(prepared.serverImage);
      return peers;
    },
    [Symbol.asyncDispose]: async () => {
      await (await peers)?.[Symbol.asyncDispose]();
      await target[Symbol.asyncDispose]();
    },
  };
}

/** Waits until the sink has so many messages, so that what one run has left does not run beside the next one. */
export async function untilArrived({ target }: Server, count: number): Promise<void> {
  const { sink } = target;
  if (sink.messages.length >= count) return;
  await sink.waitForMessage(() => sink.messages.length >= count, { timeoutMs: 60_000, what: `message ${count}` });
}
