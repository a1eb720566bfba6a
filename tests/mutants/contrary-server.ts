import { once } from 'node:events';
import * as net from 'node:net';
import { acceptTls } from '../unit/smtp/scripted-server';

/** What was said on a connection before the present line. */
export interface Said {
  readonly lines: readonly string[];
  readonly inTls: boolean;
}

/**
 * The reply to a line, without its line end, or nothing to one that is part of a message; after `tls` a handshake follows, and
 * after `tls, obeying` what was said behind STARTTLS is answered in it. QUIT ends the connection, whatever the reply.
 */
export type Contrary = (
  line: string,
  said: Said,
) => string | { readonly reply: string; readonly next: 'tls' | 'tls, obeying' };

/** A server of this process that gives to each line the answer that it is told to: wrong ones, to show that checks notice. */
export class ContraryServer implements AsyncDisposable {
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();

  private constructor(answer: Contrary, lineEnd: RegExp) {
    this.#server = net.createServer((socket) => {
      this.#sockets.add(socket);
      this.#serve(socket, { answer, lineEnd }, false);
      socket.write(`${textOf(answer('', { lines: [], inTls: false }))}\r\n`);
    });
  }

  /** `answer` is asked for the greeting too, by an empty line. `lineEnd`: what ends a line, LF too by default. */
  static async start(answer: Contrary, lineEnd = /\r?\n/): Promise<ContraryServer> {
    const server = new ContraryServer(answer, lineEnd);
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

  #serve(
    socket: net.Socket,
    {
      answer,
      lineEnd,
      said = [],
    }: { readonly answer: Contrary; readonly lineEnd: RegExp; readonly said?: readonly string[] },
    inTls: boolean,
  ): void {
    const lines: string[] = [];
    let unread = '';
    socket.on('error', () => {
      // Clients that go without a word are part of these tests.
    });
    const take = (line: string, rest: readonly string[]): 'go on' | 'stop' => {
      const given = answer(line, { lines, inTls });
      lines.push(line);
      if (textOf(given) !== '') socket.write(`${textOf(given)}\r\n`);
      if (line === 'QUIT') socket.end();
      if (line === 'QUIT') return 'stop';
      if (typeof given === 'string') return 'go on';
      const obeyed = given.next === 'tls, obeying' ? rest : [];
      acceptTls(socket, (secure) => this.#serve(secure, { answer, lineEnd, said: obeyed }, true));
      return 'stop';
    };
    for (const [index, line] of said.entries()) take(line, said.slice(index + 1));
    socket.on('data', (bytes) => {
      const parts = `${unread}${bytes}`.split(lineEnd);
      unread = parts.pop() ?? '';
      for (const [index, line] of parts.entries()) if (take(line, parts.slice(index + 1)) === 'stop') return;
    });
  }
}

function textOf(given: ReturnType<Contrary>): string {
  return (typeof given === 'string' ? given : given.reply).replaceAll('\n', '\r\n');
}
