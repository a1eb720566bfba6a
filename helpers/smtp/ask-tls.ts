import { once } from 'node:events';
import * as net from 'node:net';
import { type ClientHello, encodeClientHello, type HelloAnswer, parseHelloAnswer } from './tls-hello';

/** Where to ask, and whether STARTTLS comes first. */
export interface TlsEndpoint {
  readonly host: string;
  readonly port: number;
  readonly security: 'starttls' | 'implicit-tls';
  readonly clientName: string;
  readonly timeoutMs: number;
}

/** How a server takes the first message of TLS; `nothing` where it ends the connection, or says nothing. */
export async function askTls(
  { host, port, security, clientName, timeoutMs }: TlsEndpoint,
  hello: ClientHello,
): Promise<HelloAnswer | { readonly kind: 'nothing'; readonly words: string }> {
  const socket = net.connect({ host, port }).setNoDelay();
  socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`silence for ${timeoutMs} ms`)));
  let problem = 'closed by the server';
  socket.on('error', (error) => {
    problem = error.message;
  });
  try {
    if (security === 'starttls') {
      const dialogue = [
        ['', '220'],
        [`EHLO ${clientName}`, '250'],
        ['STARTTLS', '220'],
      ] as const;
      for (const [command, code] of dialogue) {
        if (command) socket.write(`${command}\r\n`);
        const reply = await readUntil(socket, (bytes) =>
          /^\d{3} .*\r\n$/m.test(bytes.toString()) ? bytes : undefined,
        );
        if (!reply?.toString().startsWith(code)) return { kind: 'nothing', words: reply?.toString().trim() ?? problem };
      }
    }
    socket.write(encodeClientHello(hello));
    const answer = await readUntil(socket, parseHelloAnswer);
    return answer ?? { kind: 'nothing', words: problem };
  } catch (error) {
    // What comes may be no TLS at all.
    return { kind: 'nothing', words: error instanceof Error ? error.message : String(error) };
  } finally {
    await hangUp(socket);
  }
}

/** Ends the connection, and waits for the server's end of it: only then it is none of those that the server counts. */
async function hangUp(socket: net.Socket): Promise<void> {
  if (socket.destroyed) return;
  const closed = once(socket, 'close').catch(() => undefined);
  const timer = setTimeout(() => socket.destroy(), mostToHangUpMs);
  socket.resume().end();
  await closed;
  clearTimeout(timer);
}

const mostToHangUpMs = 1_000;

/** Reads until what came makes sense; undefined where the connection ends before. */
async function readUntil<T>(socket: net.Socket, read: (bytes: Buffer, ended: boolean) => T | undefined) {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const ended = socket.destroyed || socket.readableEnded;
    const found = read(bytes, ended);
    if (found !== undefined || ended) return found;
    const chunk = socket.read() as Buffer | null;
    if (chunk) bytes = Buffer.concat([bytes, chunk]);
    else await Promise.race([once(socket, 'readable'), once(socket, 'close')]).catch(() => undefined);
  }
}
