import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { DnsQuery, Zone } from '../model/zone';
import { type DnsExchange, replyTo } from './dns-reply';
import { bindDnsSockets, type DnsSockets } from './dns-sockets';
import { frame, onFrames } from './dns-stream';
import { canonicalName } from './zone-lookup';

/** The DNS of the lab: answers over UDP and TCP from zones that a test may change, and records every question. */
export class DnsServer implements AsyncDisposable {
  /**
   * The same number for UDP and TCP.
   *
   * @internal
   */
  readonly port: number;
  readonly #sockets: DnsSockets;
  readonly #connections = new Set<Socket>();
  readonly #queries: DnsQuery[] = [];
  readonly #initialZones: readonly Zone[];
  #zones: readonly Zone[];
  /** Servers ask the same with every client. What was answered holds until the zones change. */
  readonly #known = new Map<string, DnsExchange>();
  #closed: Promise<void> | undefined;

  /**
   * Listens on a free port of the address.
   *
   * @internal
   */
  static async start(options: { readonly address: string; readonly zones: readonly Zone[] }): Promise<DnsServer> {
    return new DnsServer(await bindDnsSockets(options.address), options.zones);
  }

  private constructor(sockets: DnsSockets, zones: readonly Zone[]) {
    this.port = sockets.port;
    this.#sockets = sockets;
    this.#initialZones = zones;
    this.#zones = zones;
    this.#serveUdp();
    this.#serveTcp();
  }

  /**
   * All questions so far with the answers given, in their order; it grows.
   *
   * @example
   * expect(server.dns.queries).toContainEqual(expect.objectContaining({ name: 'elsewhere.example', type: 'MX' }));
   */
  get queries(): readonly DnsQuery[] {
    return this.#queries;
  }

  /**
   * Whether it can be asked.
   *
   * @internal
   */
  get listening(): boolean {
    return this.#closed === undefined && this.#sockets.tcp.listening;
  }

  /**
   * Adds the zone, in place of the one with the same suffix. It holds from the next question on.
   *
   * @example
   * server.dns.setZone({ suffix: 'dnsbl.example', kind: 'everything', address: '127.0.0.2' });
   */
  setZone(zone: Zone): void {
    this.removeZone(zone.suffix);
    this.#change([...this.#zones, zone]);
  }

  /**
   * Forgets the zone with the suffix, if there is one.
   *
   * @example
   * server.dns.removeZone('dnsbl.example');
   */
  removeZone(suffix: string): void {
    this.#change(this.#zones.filter((zone) => canonicalName(zone.suffix) !== canonicalName(suffix)));
  }

  /**
   * Takes back all such changes: the zones are those of the start.
   *
   * @example
   * afterEach(() => server.dns.resetZones());
   */
  resetZones(): void {
    this.#change(this.#initialZones);
  }

  /**
   * The same as the end of its scope, for `await using`.
   *
   * @internal
   */
  [Symbol.asyncDispose](): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  #change(zones: readonly Zone[]): void {
    this.#zones = zones;
    this.#known.clear();
  }

  async #close(): Promise<void> {
    const { udp, tcp } = this.#sockets;
    const closed = Promise.all([once(udp, 'close'), once(tcp, 'close')]);
    udp.close();
    tcp.close();
    for (const connection of this.#connections) connection.destroy();
    await closed;
  }

  #serveUdp(): void {
    const { udp } = this.#sockets;
    udp.on('error', outlive);
    udp.on('message', (packet, client) => {
      const reply = this.#answer(packet, 'udp');
      if (reply !== undefined) udp.send(reply, client.port, client.address, outlive);
    });
  }

  #serveTcp(): void {
    this.#sockets.tcp.on('error', outlive);
    this.#sockets.tcp.on('connection', (connection) => {
      this.#connections.add(connection);
      connection.on('close', () => this.#connections.delete(connection));
      connection.on('error', outlive);
      connection.setTimeout(idleMs, () => connection.destroy());
      onFrames(connection, (packet) => {
        const reply = this.#answer(packet, 'tcp');
        if (reply !== undefined) connection.write(frame(reply));
      });
    });
  }

  #answer(packet: Buffer, transport: 'udp' | 'tcp'): Buffer | undefined {
    const { reply, query } = this.#exchange(packet, transport);
    if (query !== undefined) this.#queries.push({ at: new Date().toISOString(), ...query });
    return reply && withIdOf(packet, reply);
  }

  #exchange(packet: Buffer, transport: 'udp' | 'tcp'): DnsExchange {
    const question = `${transport} ${packet.toString('latin1', idBytes)}`;
    const known = this.#known.get(question);
    if (known !== undefined) return known;
    const exchange = replyTo(packet, this.#zones, transport);
    if (this.#known.size >= mostKnown) this.#known.clear();
    if (packet.length <= longestKnown) this.#known.set(question, exchange);
    return exchange;
  }
}

/** The same reply to another one who asks the same, RFC 1035 section 4.1.1: only the id is the client's. */
function withIdOf(packet: Buffer, reply: Buffer): Buffer {
  const own = Buffer.from(reply);
  packet.copy(own, 0, 0, idBytes);
  return own;
}

const idBytes = 2;
const mostKnown = 1_000;
/** A question with the longest name there is, and an OPT record. */
const longestKnown = 512;

// RFC 7766 section 6.2.3: an idle connection may be closed after a few seconds.
const idleMs = 10_000;

function outlive(): void {
  // A client that is gone needs no answer; and the questions that were recorded tell whether one was asked.
}
