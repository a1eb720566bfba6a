import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A server that lets everybody in, as often as they like: what Postfix can't be made to do by its settings. */
export class PermissiveServer implements AsyncDisposable {
  readonly #server: SMTPServer;

  static async start(): Promise<PermissiveServer> {
    const server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      hideENHANCEDSTATUSCODES: false,
      onAuth: (_auth, session: SMTPServerSession & { user?: unknown }, done) => {
        done(null, { user: 'anybody' });
        // Forgotten at once, so that a second AUTH finds nobody logged in.
        setImmediate(() => delete session.user);
      },
    });
    server.on('error', () => {});
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return new PermissiveServer(server);
  }

  private constructor(server: SMTPServer) {
    this.#server = server;
  }

  get address(): { readonly host: string; readonly port: number } {
    return { host: '127.0.0.1', port: (this.#server.server.address() as AddressInfo).port };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }
}
