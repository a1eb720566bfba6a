import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { selfSigned } from './self-signed';

/** A whole mail server for `alice`, on a port of its own. */
export class RealServer implements AsyncDisposable {
  /** The messages that it took, with whoever logged in. */
  readonly taken: { user: string | undefined; secure: boolean; message: string }[] = [];
  readonly #server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.#server = new SMTPServer({
      ...selfSigned,
      name: 'mail.example.test',
      disableReverseLookup: true,
      closeTimeout: 1,
      authOptional: true,
      authMethods: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
      allowInsecureAuth: true,
      onAuth: (auth, _, done) => {
        const known = auth.username === 'alice' && (auth.password ?? 'Passw0rd!') === 'Passw0rd!';
        const proven = auth.method !== 'CRAM-MD5' || auth.validatePassword('Passw0rd!');
        done(null, known && proven ? { user: 'alice' } : {});
      },
      onData: (stream, { user, secure }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.taken.push({ user: user as string | undefined, secure, message: Buffer.concat(chunks).toString() });
          done(null, 'Ok: queued');
        });
      },
      ...options,
    });
    this.#server.on('error', () => {
      // Clients that hang up on a handshake.
    });
  }

  static async start(options: SMTPServerOptions = {}): Promise<RealServer> {
    const started = new RealServer(options);
    await once(started.#server.listen(0, '127.0.0.1'), 'listening');
    return started;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
