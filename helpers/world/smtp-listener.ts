import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { SMTPServer, SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import { acceptAnyAddress } from './accept-any-address';
import { GreetingAtOnce } from './greet-at-once';

/** One smtp-server on a free port, which outlives every client and ends at once. */
export class SmtpListener implements AsyncDisposable {
  readonly port: number;
  readonly #server: SMTPServer;
  readonly #sockets = new Set<Socket>();

  /** Listens on a free port of the address. `receive` is given every connection first; with an error it is turned away. */
  static async start(
    address: string,
    options: SMTPServerOptions,
    receive: (server: SMTPServer, session: SMTPServerSession) => Error | undefined = () => undefined,
  ): Promise<SmtpListener> {
    // `logger: false` also keeps smtp-server from warning on stderr of its own certificate, which is meant here.
    const server = new GreetingAtOnce({ logger: false, ...options });
    server.onConnect = (session, done) => {
      acceptAnyAddress(server, session);
      done(receive(server, session));
    };
    server.on('error', () => {
      // A client that resets its connection or breaks off TLS is a fact about the client; the next one is served.
    });
    server.listen(0, address);
    await once(server.server, 'listening');
    return new SmtpListener(server);
  }

  private constructor(server: SMTPServer) {
    this.port = (server.server.address() as AddressInfo).port;
    this.#server = server;
    server.server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /** Whether clients can connect. */
  get listening(): boolean {
    return this.#server.server.listening;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const stopped = new Promise((resolve) => this.#server.server.close(resolve));
    // smtp-server puts TLS on an accepted socket one turn later, and on a destroyed socket that crashes Node.
    await setImmediate();
    // Left alone, smtp-server lets idle clients stay for 30 s, and half-closed ones for 5 s more.
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await stopped;
  }
}
