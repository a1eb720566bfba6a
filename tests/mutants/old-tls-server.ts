import { once } from 'node:events';
import * as net from 'node:net';

/** A server that answers each first message of TLS with one of SSL 3.0 and RC4, and goes no further. */
export class OldTlsServer implements AsyncDisposable {
  readonly #server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      const body = Buffer.concat([Buffer.from('0300', 'hex'), Buffer.alloc(32), Buffer.from('00000500', 'hex')]);
      const hello = Buffer.concat([Buffer.from([2, 0, 0, body.length]), body]);
      socket.end(Buffer.concat([Buffer.from([22, 3, 0, 0, hello.length]), hello]));
    });
  });

  static async start(): Promise<OldTlsServer> {
    const server = new OldTlsServer();
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    await once(this.#server, 'close');
  }
}
