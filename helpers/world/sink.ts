import { EventEmitter, on } from 'node:events';
import { HarnessError } from '../errors';
import type { LoginAttempt } from '../model/login-attempt';
import type { RelayedMessage } from '../model/relayed-message';
import { receiveOptions } from './receive-options';
import { type Refusal, Refusals } from './refusals';
import { Smarthost, type SmarthostManner, type SmarthostOptions } from './smarthost';
import { receiveClient } from './smarthost-sessions';
import { SmtpListener } from './smtp-listener';

/** A key and certificate in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** What a sink plays. */
export interface SinkOptions {
  readonly address: string;
  /** The ports that the target thinks it talks to: at 465 with TLS at once, at all others with STARTTLS offered. */
  readonly ports: readonly number[];
  /** For a target that verifies; without it the publicly known, expired one of smtp-server for `localhost`. */
  readonly certificate?: Certificate;
  /** How much of a message is kept. A longer one is received too, with a note of what is missing in its body. */
  readonly keepBytes?: number;
  /** Makes 587 and 465 the ports of a smarthost, which wants a login; without it they are as all others. */
  readonly smarthost?: SmarthostOptions;
}

/** How long a message is waited for, and what it is called in the error when it does not come. */
export interface WaitForMessageOptions {
  /** 10,000 by default. */
  readonly timeoutMs?: number;
  readonly what?: string;
}

/** The whole outside world as far as mail goes: accepts everything that the target relays, and records it. */
export class Sink implements AsyncDisposable {
  readonly #listeners = new Map<number, SmtpListener>();
  readonly #messages: RelayedMessage[] = [];
  readonly #arrivals = new EventEmitter().setMaxListeners(0);
  readonly #refusals = new Refusals();
  readonly #smarthost: Smarthost | undefined;

  /**
   * Listens on a free port of the address for each of the ports.
   *
   * @internal
   */
  static async start(options: SinkOptions): Promise<Sink> {
    const sink = new Sink(options.smarthost);
    try {
      for (const port of options.ports) await sink.#listen(port, options);
      return sink;
    } catch (error) {
      await sink[Symbol.asyncDispose]();
      throw new HarnessError('ELAB', `its sink can't listen on ${options.address}`, { cause: error });
    }
  }

  private constructor(smarthost: SmarthostOptions | undefined) {
    this.#smarthost = smarthost && new Smarthost(smarthost);
  }

  /**
   * The port that really listens for one that the target thinks it talks to.
   *
   * @internal
   */
  portFor(original: number): number {
    const listener = this.#listeners.get(original);
    if (listener !== undefined) return listener.port;
    const known = [...this.#listeners.keys()].join(', ');
    throw new HarnessError('ELAB', `the sink does not stand for port ${original}, only for ${known}`);
  }

  /**
   * Whether it can be reached on all of its ports.
   *
   * @internal
   */
  get listening(): boolean {
    return [...this.#listeners.values()].every(({ listening }) => listening);
  }

  /**
   * All messages so far, in their order; it grows.
   *
   * @example
   * expect(server.sink.messages).toHaveLength(1);
   */
  get messages(): readonly RelayedMessage[] {
    return this.#messages;
  }

  /**
   * The first message that matches, of those that came so far.
   *
   * @example
   * const reminder = server.sink.find(({ rcptTo }) => rcptTo.includes('dave@elsewhere.example'));
   */
  find(match: (message: RelayedMessage) => boolean): RelayedMessage | undefined {
    return this.#messages.find(match);
  }

  /**
   * The first message that matches, of those that came so far or come within the time (milliseconds). Throws a HarnessError,
   * ETIMEOUT, when none does; it says what came last.
   *
   * @example
   * const message = await server.sink.waitForMessage(({ rcptTo }) => rcptTo.includes('dave@elsewhere.example'));
   */
  async waitForMessage(
    match: (message: RelayedMessage) => boolean,
    { timeoutMs = 10_000, what = 'the message' }: WaitForMessageOptions = {},
  ): Promise<RelayedMessage> {
    const come = this.find(match);
    if (come !== undefined) return come;

    const signal = AbortSignal.timeout(timeoutMs);
    try {
      for await (const [message] of on(this.#arrivals, 'message', { signal, close: ['end'] })) {
        if (match(message)) return message;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    const limit = signal.aborted ? `within ${timeoutMs} ms` : 'before the sink was closed';
    throw new HarnessError('ETIMEOUT', `${what} did not reach the sink ${limit}; ${this.#inShort()}`);
  }

  /**
   * Refuses (5yz) or defers (4yz) what matches instead of accepting it, until disposed. The latest rule decides.
   *
   * @example
   * using deferral = server.sink.answerWith({
   *   match: ({ rcptTo }) => rcptTo.endsWith('@elsewhere.example'),
   *   at: 'rcpt',
   *   code: 451,
   *   enhanced: '4.3.0',
   *   text: 'Later',
   * });
   */
  answerWith(rule: Refusal): Disposable {
    return this.#refusals.add(rule);
  }

  /**
   * Every AUTH command that it was given as a smarthost, in their order; it grows.
   *
   * @example
   * expect(server.sink.logins).toMatchObject([{ mechanism: 'PLAIN', accepted: true }]);
   */
  get logins(): readonly LoginAttempt[] {
    return this.#smarthost?.logins ?? [];
  }

  /**
   * Makes the smarthost another than it was started as, until disposed. Throws a HarnessError, ELAB, where it plays none.
   *
   * @example
   * using away = server.sink.changeSmarthost({ startTls: false });
   */
  changeSmarthost(change: Partial<SmarthostManner>): Disposable {
    if (this.#smarthost) return this.#smarthost.change(change);
    throw new HarnessError('ELAB', 'its sink plays no smarthost that could be changed');
  }

  /**
   * The same as the end of its scope, for `await using`.
   *
   * @internal
   */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#listeners.values()].map((listener) => listener[Symbol.asyncDispose]()));
    this.#arrivals.emit('end');
  }

  async #listen(port: number, options: SinkOptions): Promise<void> {
    const { address, certificate, keepBytes = 16 * 1024 * 1024, smarthost: { port: ownPort } = {} } = options;
    const smarthost = [465, 587, ownPort].includes(port) ? this.#smarthost : undefined;
    const receive = receiveOptions({
      port,
      keepBytes,
      refusals: this.#refusals,
      take: (message) => this.#take(message),
      smarthost,
    });
    const listener = await SmtpListener.start(
      address,
      { secure: port === 465, ...certificate, ...receive },
      smarthost && ((server, session) => receiveClient(smarthost, port, server, session)),
    );
    this.#listeners.set(port, listener);
  }

  #take(message: RelayedMessage): void {
    this.#messages.push(message);
    this.#arrivals.emit('message', message);
  }

  #inShort(): string {
    const last = this.#messages.at(-1);
    if (last === undefined) return 'nothing reached it at all';
    const subject = last.headers.find(({ name }) => name.toLowerCase() === 'subject')?.value ?? '';
    return `the last of ${this.#messages.length} was <${last.mailFrom}> → <${last.rcptTo.join('>, <')}>, "${subject}"`;
  }
}
