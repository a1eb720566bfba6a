import { EventEmitter, once } from 'node:events';
import { ReusableServer } from './reusable-server';
import type { Change, Target, Variant } from './target';

/** How many servers are changed at a time. A check holds one variant at a time, else checks could wait for each other. */
const limit = 3;

/**
 * Servers that are one variant of a target after the other: to start one costs several times what it costs to bring back its
 * files and restart its services. Checks that ask for the same variant at the same time share it; all end with the target.
 */
export class VariantPool implements AsyncDisposable {
  readonly #launch: (change: Change) => Promise<Target>;
  readonly #servers = new Set<ReusableServer>();
  readonly #events = new EventEmitter().setMaxListeners(0);

  constructor(launch: (change: Change) => Promise<Target>) {
    this.#launch = launch;
  }

  /** The variant, the caller's until it is disposed of. The same object for all who share it. */
  async lend(variant: Variant): Promise<Target> {
    for (;;) {
      // Without a pause in between: whoever asks next must find it taken.
      const server = this.#serverFor(variant);
      if (server) return this.#lendAs(variant, server);
      await once(this.#events, 'given back');
    }
  }

  /** One that is this variant, else one that nobody uses, else a new one where there may be one more. */
  #serverFor(variant: Variant): ReusableServer | undefined {
    const servers = [...this.#servers];
    return (
      servers.find((server) => server.is(variant)) ??
      servers.find((server) => server.users === 0 && server.hasClientsOf(variant)) ??
      this.#newServer(variant)
    );
  }

  async #lendAs(variant: Variant, server: ReusableServer): Promise<Target> {
    server.users++;
    const giveBack = () => {
      server.users--;
      this.#events.emit('given back');
    };
    try {
      return await server.become(variant, giveBack);
    } catch (error) {
      this.#servers.delete(server);
      giveBack();
      await server[Symbol.asyncDispose]();
      throw error;
    }
  }

  #newServer({ vantagePoints }: Variant): ReusableServer | undefined {
    // Clients besides the usual ones need a lab of their own.
    if (!vantagePoints && [...this.#servers].filter((server) => server.hasClientsOf({})).length >= limit)
      return undefined;
    const server = new ReusableServer(this.#launch, vantagePoints);
    this.#servers.add(server);
    return server;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#servers].map((server) => server[Symbol.asyncDispose]()));
  }
}
