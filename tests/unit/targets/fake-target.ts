import { EventEmitter, once } from 'node:events';
import { referenceFacts } from '../../../helpers/targets/reference-facts';
import type { Authority, Target, TargetFacts, TargetLog } from '../../../helpers/targets/target';
import { DnsServer } from '../../../helpers/world/dns-server';
import { Sink } from '../../../helpers/world/sink';

/** A target of this process: with a real sink and DNS, and the server that the test gives it. */
export interface FakeTarget extends Target {
  readonly log: MemoryLog;
  /** The scripts that it was restarted with. */
  readonly restarts: readonly string[];
}

/** What a test wants to be otherwise. */
export interface FakeTargetOptions {
  readonly facts?: Partial<TargetFacts>;
  /** Where clients get to. Unless said, the sink itself: a server that relays for everybody, and at once. */
  readonly server?: { readonly port: number };
  readonly authority?: Authority;
  readonly restart?: (script: string) => Promise<void>;
}

/** Starts one. Its facts are those of the reference server, whose log is not read. */
export async function startFakeTarget({
  facts,
  server,
  authority,
  restart,
}: FakeTargetOptions = {}): Promise<FakeTarget> {
  const sink = await Sink.start({ address: '127.0.0.1', ports: [25] });
  const dns = await DnsServer.start({ address: '127.0.0.1', zones: [] });
  const restarts: string[] = [];
  return {
    facts: { ...referenceFacts('fake'), log: 'other', ...facts },
    sink,
    dns,
    authority,
    log: new MemoryLog(),
    restarts,
    containerId: '',
    address: '192.0.2.1',
    clientAddress: () => ({ host: '127.0.0.1', port: server?.port ?? sink.portFor(25) }),
    summary: () => Promise.reject(new Error('nobody asks this target for its versions')),
    run: async () => '',
    restart: async (script = '') => {
      restarts.push(script);
      await restart?.(script);
    },
    leaks: async () => [],
    trouble: async () => undefined,
    variant: () => Promise.reject(new Error('there is no variant of this target')),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([sink[Symbol.asyncDispose](), dns[Symbol.asyncDispose]()]);
    },
  };
}

/** A log to which a test writes. */
class MemoryLog implements TargetLog {
  readonly ended = false;
  readonly #lines: string[] = [];
  readonly #events = new EventEmitter().setMaxListeners(0);

  write(...lines: readonly string[]): void {
    this.#lines.push(...lines);
    this.#events.emit('line');
  }

  get position(): number {
    return this.#lines.length;
  }

  linesSince(position: number): readonly string[] {
    return this.#lines.slice(position);
  }

  async when(
    enough: (lines: readonly string[]) => boolean,
    { since = 0, timeoutMs }: { readonly since?: number; readonly timeoutMs: number },
  ): Promise<readonly string[] | undefined> {
    const signal = AbortSignal.timeout(timeoutMs);
    while (!enough(this.linesSince(since))) {
      const timeIsUp = await once(this.#events, 'line', { signal }).then(
        () => false,
        () => true,
      );
      if (timeIsUp) return undefined;
    }
    return this.linesSince(since);
  }
}
