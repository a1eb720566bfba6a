import { watchContainer } from '../../containers/docker/watch-container';
import type { World } from './start-world';

/**
 * What has gone wrong around the server since this was called, that is nothing of what it was asked: a container that is paused,
 * has ended or is another one now, a sink or a DNS that has stopped. What is seen then says nothing of the server.
 */
export async function watchWorld(
  { lab, sink, dns }: Pick<World, 'lab' | 'sink' | 'dns'>,
  serverId: string,
  others: readonly { readonly whose: string; readonly id: string }[] = [],
): Promise<() => Promise<string | undefined>> {
  const watched = [
    { whose: "the server's container", id: serverId },
    { whose: "the lab's container", id: lab.getId() },
    ...others,
  ];
  const containers = await Promise.all(
    watched.map(async ({ whose, id }) => ({ whose, look: await watchContainer(id) })),
  );
  return async () => {
    for (const { whose, look } of containers) {
      const fate = await look().catch((error: Error) => `can not be looked at: ${error.message}`);
      if (fate !== undefined) return `${whose} ${fate}`;
    }
    if (!sink.listening) return 'the sink, which takes what the server relays, has stopped';
    return dns.listening ? undefined : "the lab's DNS has stopped";
  };
}
