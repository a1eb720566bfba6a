import { once } from 'node:events';
import * as net from 'node:net';
import { acceptTls } from '../unit/smtp/scripted-server';

/** What was said on a connection before the present line. */
export interface Said {
  readonly lines: readonly string[];
  readonly inTls: boolean;
}

/** The reply to a line, without its line end; after `tls` a handshake follows. QUIT ends the connection, whatever the reply. */
export type Contrary = (line: string, said: Said) => string | { readonly reply: string; readonly next: 'tls' };

/** A server of this process that gives to each line the answer that it is told to: wrong ones, to show that checks notice. */
export class ContraryServer implements AsyncDisposable {
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();

  private constructor(answer: Contrary) {
    this.#server = net.createServer((socket) => {
      this.#sockets.add(socket);
      this.#serve(socket, answer, false);
      socket.write(`${textOf(answer('', { lines: [], inTls: false }))}\r\n`);
    });
  }

  /** `answer` is asked for the greeting too, by an empty line. */
  static async start(answer: Contrary): Promise<ContraryServer> {
    const server = new ContraryServer(answer);
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(socket: net.Socket, answer: Contrary, inTls: boolean): void {
    const lines: string[] = [];
    let unread = '';
    socket.on('error', () => {
      // Clients that go without a word are part of these tests.
    });
    socket.on('data', (bytes) => {
      const parts = `${unread}${bytes}`.split(/\r?\n/);
      unread = parts.pop() ?? '';
      for (const line of parts) {
        const given = answer(line, { lines, inTls });
        lines.push(line);
        socket.write(`${textOf(given)}\r\n`);
        if (line === 'QUIT') return void socket.end();
        if (typeof given === 'string') continue;
        return acceptTls(socket, (secure) => this.#serve(secure, answer, true));
      }
    });
  }
}

function textOf(given: ReturnType<Contrary>): string {
  return (typeof given === 'string' ? given : given.reply).replaceAll('\n', '\r\n');
}
