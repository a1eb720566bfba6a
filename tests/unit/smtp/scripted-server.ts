import { once } from 'node:events';
import * as net from 'node:net';
import * as tls from 'node:tls';
import { selfSigned } from './self-signed';

/** What the server does at one point: the lines of a reply, or anything with the socket. */
export type Move = readonly string[] | ((socket: net.Socket) => void);

/** What the server does where a test wants something of its own; all else goes well. */
export interface Script {
  readonly greeting?: Move;
  /** By verb in upper case; `OTHER` is every verb that has no move of its own. */
  readonly replies?: Readonly<Record<string, Move>>;
  /** TLS first, with these settings. */
  readonly tls?: tls.TlsOptions;
  /** Whether STARTTLS brings TLS, in which the script goes on. */
  readonly startTls?: boolean;
}

/** A server on a port of its own that follows a script. */
export class ScriptedServer implements AsyncDisposable {
  /** The lines that clients sent, message lines included. */
  readonly received: string[] = [];
  readonly #server: net.Server;
  readonly #script: Script;
  readonly #sockets = new Set<net.Socket>();

  private constructor(script: Script) {
    this.#script = script;
    this.#server = script.tls ? tls.createServer({ ...selfSigned, ...script.tls }) : net.createServer();
    this.#server.on('connection', (socket) => this.#keep(socket));
    this.#server.on(script.tls ? 'secureConnection' : 'connection', (socket) => this.#serve(socket));
  }

  static async start(script: Script = {}): Promise<ScriptedServer> {
    const started = new ScriptedServer(script);
    started.#server.listen(0, '127.0.0.1');
    await once(started.#server, 'listening');
    return started;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  /** How much has left it, by all connections. */
  get sentBytes(): number {
    return [...this.#sockets].reduce((sum, { bytesWritten, writableLength }) => sum + bytesWritten - writableLength, 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #keep(socket: net.Socket): void {
    this.#sockets.add(socket.setNoDelay());
    socket.on('error', () => {
      // Clients that give up are part of these tests.
    });
  }

  #serve(socket: net.Socket): void {
    this.#keep(socket);
    this.#make(socket, this.#script.greeting ?? moves.GREETING);
    this.#converse(socket);
  }

  #converse(socket: net.Socket): void {
    let unread = '';
    let inMessage = false;
    socket.on('data', (bytes) => {
      const lines = `${unread}${bytes}`.split('\r\n');
      unread = lines.pop() ?? '';
      for (const line of lines) {
        this.received.push(line);
        if (inMessage && line !== '.') continue;
        const verb = line.split(' ')[0]?.toUpperCase() ?? '';
        if (verb === 'STARTTLS' && this.#script.startTls) {
          socket.write('220 2.0.0 Ready to start TLS\r\n');
          acceptTls(socket, (secure) => this.#converse(secure));
          return;
        }
        const move = this.#script.replies?.[verb] ?? moves[verb] ?? this.#script.replies?.OTHER ?? moves.OTHER;
        inMessage = Array.isArray(move) && move[0]?.startsWith('354');
        this.#make(socket, move);
      }
    });
  }

  #make(socket: net.Socket, move: Move | undefined): void {
    if (typeof move === 'function') move(socket);
    else for (const line of move ?? []) socket.write(`${line}\r\n`);
  }
}

/** Upgrades a connection on the server's side; what happens after the handshake is up to the test. */
export function acceptTls(socket: net.Socket, onSecure: (secure: tls.TLSSocket) => void): void {
  socket.removeAllListeners('data');
  const secure = new tls.TLSSocket(socket, { isServer: true, ...selfSigned });
  secure.on('error', () => {
    // As above: clients that give up.
  });
  secure.once('secure', () => onSecure(secure));
}

const moves: Readonly<Record<string, Move>> = {
  GREETING: ['220 mail.example.test ESMTP'],
  EHLO: ['250 mail.example.test'],
  DATA: ['354 End data with <CR><LF>.<CR><LF>'],
  QUIT: (socket) => socket.end('221 2.0.0 Bye\r\n'),
  OTHER: ['250 2.0.0 Ok'],
};
