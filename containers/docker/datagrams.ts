import { createSocket } from 'node:dgram';
import type { Duplex } from 'node:stream';

/**
 * Takes each datagram that `datagrams.pl` of the lab sends through the stream to the UDP port of our loopback, from a socket of
 * its own, and the answer back. Resolves once the lab's port is open.
 */
export async function answerDatagrams(stream: Duplex, port: number): Promise<void> {
  let unread = Buffer.alloc(0);
  stream.on('error', () => {
    // The container has ended, and with it whoever asked.
  });
  await new Promise<void>((resolve, reject) => {
    stream.on('close', () => reject(new Error('the lab takes no datagrams')));
    stream.on('data', (chunk: Buffer) => {
      unread = Buffer.concat([unread, chunk]);
      while (unread.length >= headerLength) {
        const length = unread.readUInt16BE(0);
        if (unread.length < headerLength + length) break;
        const client = unread.subarray(2, headerLength);
        if (length === 0) resolve();
        else ask(stream, port, client, unread.subarray(headerLength, headerLength + length));
        unread = unread.subarray(headerLength + length);
      }
    });
  });
}

/** A length of 2 octets, an address of 4, a port of 2. */
const headerLength = 8;

function ask(stream: Duplex, port: number, client: Buffer, question: Buffer): void {
  const socket = createSocket('udp4').unref();
  const over = () => socket.close();
  // Not every question is answered, and none so late.
  const timer = setTimeout(over, 30_000).unref();
  socket.on('error', () => {});
  socket.on('close', () => clearTimeout(timer));
  socket.on('message', (answer) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(answer.length);
    if (stream.writable) stream.write(Buffer.concat([length, client, answer]));
    over();
  });
  socket.send(question, port, '127.0.0.1');
}
