import type { Security, VantagePoint } from '../model/vantage';
import { Probe } from '../sessions/probe';
import type { Route } from '../sessions/route';
import type { WireSession } from '../smtp/wire-session';
import type { Target, TargetLog } from '../targets/target';
import type { DnsServer } from '../world/dns-server';
import type { Sink } from '../world/sink';
import { type MailToSend, type SentMail, sendMail } from './send-mail';
import { clientAt, type MailUser, type Wishes } from './wishes';

/** How a client connects. */
export interface ClientConnection {
  /** From where: by default `outside`; a name of the lab, or the address of a trusted client. */
  readonly from?: 'inside' | 'outside' | 'listed' | 'nameless' | `${number}.${number}.${number}.${number}` | undefined;
  /** By default 25. */
  readonly port?: number | undefined;
  /** By default `plain`. */
  readonly security?: Security | undefined;
}

/** A mail server that runs in a lab, with the world around it: nothing it sends leaves the sink. */
export class StartedMailServer implements AsyncDisposable {
  readonly hostname: string;
  /** The domain for which it takes mail. */
  readonly domain: string;
  /** A user that it has: the first that was wished for, else one of its own. */
  readonly user: MailUser;
  readonly #target: Target;
  readonly #clients: readonly VantagePoint[];

  constructor(target: Target, { hostname, trusted, users }: Pick<Wishes, 'hostname' | 'trusted' | 'users'>) {
    const { facts } = target;
    this.#target = target;
    // Somebody's image is told of a trusted client by its profile; then it is the lab's own.
    const known = new Set(facts.vantagePoints.map(({ address }) => address));
    this.#clients = [...facts.vantagePoints, ...trusted.filter((address) => !known.has(address)).map(clientAt)];
    this.hostname = hostname ?? facts.hostname;
    this.domain = facts.domain;
    const { name, password } = users[0] ?? { name: facts.user.user, password: facts.user.password };
    this.user = { name, password };
  }

  /** Receives all that it relays. */
  get sink(): Sink {
    return this.#target.sink;
  }

  /** What it has logged, and what it will log. */
  get log(): TargetLog {
    return this.#target.log;
  }

  /** Answers all that it asks of the DNS. */
  get dns(): DnsServer {
    return this.#target.dns;
  }

  /** The id of its container. */
  get containerId(): string {
    return this.#target.containerId;
  }

  /** A session in which EHLO has been said, or as far as the server let it come. The caller's to dispose of. */
  session(connection: ClientConnection = {}): Promise<WireSession> {
    return new Probe(this.#target).tryToOpen(this.#route(connection));
  }

  /** Sends one mail, waits until it is known what became of it, and returns what the matchers judge. */
  send({ from, port, security, ...mail }: ClientConnection & MailToSend = {}): Promise<SentMail> {
    return sendMail(this.#target, this.#route({ from, port, security }), mail);
  }

  /** Runs shell commands as root in its container; their output. Throws EEXEC when they fail. */
  run(script: string): Promise<string> {
    return this.#target.run(script);
  }

  /** Removes its containers, and ends its sink and DNS. */
  stop(): Promise<void> {
    return Promise.resolve(this.#target[Symbol.asyncDispose]());
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  #route({ from = 'outside', port = 25, security = 'plain' }: ClientConnection): Route {
    const client = this.#clients.find(({ name, address }) => name === from || address === from);
    if (!client) {
      const known = this.#clients.map(({ name, address }) => (name.startsWith('client:') ? address : name));
      throw new TypeError(`no client connects from ${from}, only from ${known.join(', ')}`);
    }
    const ports = this.#target.facts.ports.map((service) => service.port);
    if (!ports.includes(port)) throw new TypeError(`the server has no port ${port}, only ${ports.join(', ')}`);
    return { vantage: client.name, port, security };
  }
}
