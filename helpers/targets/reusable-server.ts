import { keepOriginalFiles, logSinceRestored, restoreOriginalFiles } from './original-files';
import type { Change, Target, Variant } from './target';

/** One server that is a variant of its kind, then another, and so on. */
export class ReusableServer implements AsyncDisposable {
  /** How many have it in use; it is changed only while nobody has. */
  users = 0;
  readonly #vantagePoints: Variant['vantagePoints'];
  readonly #server: Promise<Target>;
  #current: { readonly name: string; readonly target: Promise<Target> } | undefined;

  constructor(launch: (change: Change) => Promise<Target>, vantagePoints: Variant['vantagePoints']) {
    this.#vantagePoints = vantagePoints;
    this.#server = launch({ ...(vantagePoints && { vantagePoints }) }).then(async (server) => {
      await keepOriginalFiles(server);
      return server;
    });
    // Told to whoever asks for the variant.
    this.#server.catch(() => {});
  }

  /** Whether it is the variant already, or about to be. */
  is({ name }: Variant): boolean {
    return this.#current?.name === name;
  }

  /** Whether it has the clients that the variant needs. */
  hasClientsOf({ vantagePoints }: Change): boolean {
    return this.#vantagePoints === vantagePoints;
  }

  /** The server as the variant; `giveBack` is what it does when it is disposed of. */
  become(variant: Variant, giveBack: () => void): Promise<Target> {
    const current = this.is(variant) ? this.#current : undefined;
    this.#current = current ?? { name: variant.name, target: this.#change(variant, giveBack) };
    return this.#current.target;
  }

  async #change({ before = '', zones = [] }: Variant, giveBack: () => void): Promise<Target> {
    const server = await this.#server;
    const since = server.log.position;
    server.dns.resetZones();
    for (const zone of zones) server.dns.setZone(zone);
    // In a shell of its own, so that an `exit` in it does not keep the restart from its turn.
    await server.restart(`${restoreOriginalFiles}\nbash -e <<'END-OF-CHANGE'\n${before}\nEND-OF-CHANGE`);
    return { ...server, log: logSinceRestored(server.log, since), [Symbol.asyncDispose]: async () => giveBack() };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // One that did not start has told those who asked for it; there is nothing to end.
    await (await this.#server.catch(() => undefined))?.[Symbol.asyncDispose]();
  }
}
