import { type ExecOptions, type ExecResult, execInContainer } from '../../containers/docker/exec-in-container';
import { Probe } from '../sessions/probe';
import type { Route } from '../sessions/route';
import type { ClientCertificate } from '../smtp/session-options';
import type { WireSession } from '../smtp/wire-session';
import type { Target, TargetLog } from '../targets/target';
import type { DnsServer } from '../world/dns-server';
import type { Sink } from '../world/sink';
import { type ClientOptions, type ClientPoints, type ClientVantage, routeOf } from './client-options';
import { type MailToSend, type SentMail, sendMail } from './send-mail';
import { clientAt, type MailUser, type ServerSetup } from './server-setup';
import { type SmtpUrlOptions, smtpUrl } from './smtp-url';

/**
 * A mail server that runs in a lab, with the world around it: nothing it sends leaves the sink. `MailServerContainer` starts
 * it; `await using` or `stop()` removes it.
 *
 * @example
 * await using server = await new MailServerContainer('debian12').start();
 * const mailer = createTransport({ url: server.getSmtpUrl({ user: server.user }), tls: server.tls });
 */
export class StartedMailServer implements AsyncDisposable {
  /**
   * The name of its host, as its greeting and DNS have it.
   *
   * @example
   * await session.ehlo(`client.${server.hostname}`);
   */
  readonly hostname: string;
  /**
   * The domain for which it takes mail.
   *
   * @example
   * await server.send({ to: `alice@${server.domain}` });
   */
  readonly domain: string;
  /**
   * A user that it has: the first of `withMailUser`, else one of its own.
   *
   * @example
   * await server.send({ port: 587, security: 'starttls', user: server.user });
   */
  readonly user: MailUser;
  readonly #target: Target;
  readonly #points: ClientPoints;

  /** @internal */
  constructor(target: Target, { hostname, trusted, users }: Pick<ServerSetup, 'hostname' | 'trusted' | 'users'>) {
    const { facts } = target;
    this.#target = target;
    // Somebody's image is told of a trusted client by its profile; then it is the lab's own.
    const known = new Set(facts.vantagePoints.map(({ address }) => address));
    const clients = trusted.filter((address) => !known.has(address)).map(clientAt);
    this.#points = { vantagePoints: [...facts.vantagePoints, ...clients], ports: facts.ports };
    this.hostname = hostname ?? facts.hostname;
    this.domain = facts.domain;
    const { name, password } = users[0] ?? { name: facts.user.user, password: facts.user.password };
    this.user = { name, password };
  }

  /**
   * Where it is reached from this process, by the ports of `getMappedPort`.
   *
   * @example
   * const socket = connect({ host: server.getHost(), port: server.getMappedPort(25) });
   */
  getHost(): string {
    const [service] = this.#points.ports;
    return this.#address({ port: service?.port }).host;
  }

  /**
   * The port of `getHost()` at which a port of the server is reached. Each vantage point has its own: who connects there is seen
   * by the server as a client at that address, by default `outside`. Throws a TypeError for a port or a vantage point that is
   * not there.
   *
   * @example
   * const port = server.getMappedPort(25, { vantage: 'inside' });
   */
  getMappedPort(port: number, { vantage }: { readonly vantage?: ClientVantage | undefined } = {}): number {
    return this.#address({ vantage, port }).port;
  }

  /**
   * Where an application is pointed that sends mail: `smtp://host:port`, or `smtps://` for a port with TLS at once; by default
   * port 587 from `outside`. With `user` it has their credentials, percent-encoded. Its certificate the application can verify
   * by what `tls` has. Throws a TypeError for a port or a vantage point that is not there.
   *
   * @example
   * const url = server.getSmtpUrl({ port: 587, user: { name: 'carol', password: 'secret' } });
   * const mailer = createTransport({ url, requireTLS: true, tls: server.tls });
   */
  getSmtpUrl({ vantage, port = 587, user }: SmtpUrlOptions = {}): string {
    const role = this.#points.ports.find((service) => service.port === port)?.role ?? 'smtp';
    return smtpUrl(this.#address({ vantage, port }), role, user);
  }

  /**
   * What an application's TLS needs in order to verify its certificate: the authority, which is another for each server, and the
   * name. Where a profile does not say where the certificate belongs (`tls`), the image has one of its own that nobody can
   * verify, and this says not to.
   *
   * @example
   * const socket = tls.connect({ host: server.getHost(), port: server.getMappedPort(465), ...server.tls });
   */
  get tls(): { readonly ca: string; readonly servername: string } | { readonly rejectUnauthorized: false } {
    const { authority, facts } = this.#target;
    return authority ? { ca: authority.root, servername: facts.hostname } : { rejectUnauthorized: false };
  }

  /**
   * A certificate for a client, of the authority that the server knows: for EXTERNAL, and what else goes by certificates. Throws
   * a TypeError for an image whose profile does not say where it keeps the authority.
   *
   * @example
   * const tls = server.clientCertificate('alice');
   * await server.send({ port: 587, security: 'starttls', mechanism: 'EXTERNAL', tls });
   */
  clientCertificate(name: string): ClientCertificate {
    const { authority } = this.#target;
    if (!authority)
      throw new TypeError('the server knows no authority of ours; a profile says where: tls: { authority }');
    return authority.forUser(name);
  }

  /**
   * The id of its container, for Docker.
   *
   * @example
   * execFileSync('docker', ['inspect', server.getId()]);
   */
  getId(): string {
    return this.#target.containerId;
  }

  /**
   * Receives all that it relays, whether `send` or an application gave it to the server.
   *
   * @example
   * const message = await server.sink.waitForMessage(({ rcptTo }) => rcptTo.includes('dave@elsewhere.example'));
   */
  get sink(): Sink {
    return this.#target.sink;
  }

  /**
   * What it has logged, and what it will log.
   *
   * @example
   * await server.log.when((lines) => lines.some((line) => line.includes('status=sent')), { timeoutMs: 5_000 });
   */
  get log(): TargetLog {
    return this.#target.log;
  }

  /**
   * Answers all that it asks of the DNS, and records it.
   *
   * @example
   * server.dns.setZone({ suffix: 'dnsbl.example', kind: 'servfail' });
   */
  get dns(): DnsServer {
    return this.#target.dns;
  }

  /**
   * A session in which EHLO has been said, or as far as the server let it come: `opened` tells. The caller's to dispose of.
   * Throws a TypeError for a port or a vantage point that is not there.
   *
   * @example
   * await using session = await server.session({ port: 587, security: 'starttls' });
   * expect(session).toOfferMechanisms('PLAIN');
   */
  session(options: ClientOptions = {}): Promise<WireSession> {
    const { tls } = options;
    return new Probe(this.#target).tryToOpen(this.#route(options), { tls });
  }

  /**
   * Sends one mail, waits until it is known what became of it, some seconds at most, and returns what the matchers judge. A
   * refusal is a result, not an error. Throws a TypeError for what can't be sent so: a port or a vantage point that is not
   * there, a mechanism without what it needs.
   *
   * @example
   * const mail = await server.send({ port: 587, security: 'starttls', user: carol, to: 'dave@elsewhere.example' });
   * expect(mail).toBeRelayed();
   */
  async send(options: ClientOptions & MailToSend = {}): Promise<SentMail> {
    return sendMail(this.#target, this.#route(options), options);
  }

  /**
   * Runs a program in its container, as Testcontainers' `exec` does: that it fails is in the result. A string is split at its
   * spaces, and no shell reads it.
   *
   * @example
   * const { output, exitCode } = await server.exec(['postconf', '-h', 'myhostname']);
   */
  exec(command: string | readonly string[], options?: Partial<ExecOptions>): Promise<ExecResult> {
    return execInContainer(this.#target.containerId, command, options);
  }

  /**
   * Runs shell commands as root in its container; what they print. Throws a HarnessError: EEXEC when they fail, ETIMEOUT when
   * they take more than two minutes.
   *
   * @example
   * const queue = await server.run('postqueue -p | tail -n 1');
   */
  run(script: string): Promise<string> {
    return this.#target.run(script);
  }

  /**
   * Removes its containers, and ends its sink and DNS. A second time it does nothing.
   *
   * @example
   * afterAll(() => server.stop());
   */
  stop(): Promise<void> {
    return Promise.resolve(this.#target[Symbol.asyncDispose]());
  }

  /**
   * The same, for `await using`.
   *
   * @example
   * await using server = await new MailServerContainer('debian12').start();
   */
  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  #route(options: ClientOptions): Route {
    return routeOf(options, this.#points);
  }

  #address(options: ClientOptions): { readonly host: string; readonly port: number } {
    const { vantage = 'outside', port } = this.#route(options);
    return this.#target.clientAddress(vantage, port);
  }
}
