import type { Socket } from 'node:net';
import type { Security } from '../../../helpers/model/vantage';
import { acceptTls, type Script } from './scripted-server';

/** A server that does its clients harm, by what it is or by what it wants. */
export interface HostileServer {
  readonly name: string;
  readonly script: Script;
  /** How a client is to come; in the clear by default. */
  readonly security?: Security;
  /** That nothing but the limit for an answer ends it. */
  readonly waits?: boolean;
  /** What the wire client's first answer is that is no success, in words; the last one where all are. */
  readonly wire: RegExp;
  /** What becomes of a mail by Nodemailer: the code of its error, or `sent`. */
  readonly nodemailer: string | RegExp;
}

const megabyte = 1 << 20;

/** Markup, a colour, a title for the window, a line erased, CSI in one byte, a mark of direction. */
export const nasty = '<script>alert(1)</script>&amp;]]>\u001b[31m\u001b]0;title\u0007\u001b[2K\u009b2J\u202e|`*_[x](y)';

/** Each a server on which a client must come to an end, with little memory and a clear answer. */
export const hostileServers: readonly HostileServer[] = [
  {
    name: 'a greeting of 100 MB in one line',
    script: { greeting: pour(Buffer.alloc(megabyte, '2'), 100) },
    wire: /^garbage, a line is longer than 8192 bytes/,
    nodemailer: /^E/,
  },
  {
    name: 'a greeting of 100 MB in lines',
    script: { greeting: pour(Buffer.alloc(megabyte, '220-mail.example.test is still greeting you\r\n'), 100) },
    wire: /^garbage, no end of a reply within 128 lines/,
    nodemailer: /^E/,
  },
  {
    name: 'a reply to EHLO without end',
    script: { replies: { EHLO: pour(Buffer.from('250-KEYWORD\r\n'.repeat(5000))) } },
    wire: /^garbage, no end of a reply within 128 lines/,
    nodemailer: /^E/,
  },
  {
    name: 'replies without end',
    script: { replies: { EHLO: pour(Buffer.from('250 2.0.0 Ok\r\n'.repeat(5000))) } },
    wire: /^garbage, the answer to DATA is not 354: "250 2\.0\.0 Ok/,
    nodemailer: /^(?:E|sent)/,
  },
  {
    name: 'lines without end that are no replies',
    script: { greeting: pour(Buffer.from('hello\r\n'.repeat(5000))) },
    wire: /^garbage, line 1 does not begin with a code: "hello"/,
    nodemailer: /^E/,
  },
  {
    name: 'a byte at a time, slower than anybody waits',
    waits: true,
    script: { greeting: drip('220-mail.example.test has all the time in the world\r\n', 20) },
    wire: /^silence for \d+ ms after an unfinished "220-/,
    nodemailer: 'ETIMEDOUT',
  },
  {
    name: 'bytes that are no UTF-8',
    script: { greeting: (socket) => socket.write(Buffer.from([50, 50, 48, 32, 255, 254, 192, 128, 13, 10])) },
    wire: /^250 2\.0\.0 Ok/,
    nodemailer: 'sent',
  },
  {
    name: 'NULs',
    script: { greeting: (socket) => socket.write('220 mail\0.example.test\0\r\n\0\0\0\r\n') },
    wire: /^garbage, line 1 does not begin with a code/,
    nodemailer: /^E/,
  },
  {
    name: 'bare CR',
    waits: true,
    script: { greeting: (socket) => socket.write('220 mail.example.test\r250 2.0.0 Ok\r') },
    wire: /^silence for \d+ ms after an unfinished "220 mail\.example\.test\\r250/,
    nodemailer: /^E/,
  },
  {
    name: 'bare LF',
    script: { greeting: (socket) => socket.write('220-mail.example.test\n220 ESMTP\n') },
    wire: /^250 2\.0\.0 Ok/,
    nodemailer: 'sent',
  },
  {
    name: 'replies before the questions',
    script: { greeting: (socket) => socket.write(`220 mail.example.test\r\n${'250 2.0.0 Ok\r\n'.repeat(9)}`) },
    wire: /^garbage, the answer to DATA is not 354: "250 2\.0\.0 Ok/,
    nodemailer: /^(?:E|sent)/,
  },
  {
    name: 'a reset in the middle of a reply',
    script: { replies: { EHLO: (socket) => socket.write('250-mail.exa', () => socket.resetAndDestroy()) } },
    wire: /^(?:connection reset|end of file) after \d+ ms/,
    nodemailer: /^E/,
  },
  {
    name: 'no TLS where TLS is due',
    script: { greeting: (socket) => socket.write('220 mail.example.test ESMTP\r\n') },
    security: 'implicit-tls',
    wire: /^TLS failure after \d+ ms \(.*(?:wrong version number|packet length)/,
    nodemailer: /^E/,
  },
  {
    name: 'silence where TLS is due',
    waits: true,
    script: { greeting: [] },
    security: 'implicit-tls',
    wire: /^silence for \d+ ms/,
    nodemailer: 'ETIMEDOUT',
  },
  {
    name: 'garbage for a TLS handshake',
    waits: true,
    script: {
      replies: { STARTTLS: (socket) => socket.write(`220 2.0.0 Go on\r\n${'\x16\x03\x01\xff\xff'.repeat(99)}`) },
    },
    security: 'starttls',
    wire: /^TLS failure after \d+ ms/,
    nodemailer: /^E/,
  },
  {
    name: 'a TLS handshake that never ends',
    waits: true,
    script: { replies: { STARTTLS: ['220 2.0.0 Go on'] } },
    security: 'starttls',
    wire: /^TLS failure after \d+ ms \(no TLS handshake in \d+ ms\)/,
    nodemailer: /^E/,
  },
  {
    name: 'a flood within TLS',
    script: {
      replies: {
        STARTTLS: (socket) => {
          socket.write('220 2.0.0 Ready\r\n');
          acceptTls(socket, (secure) => pour(Buffer.alloc(megabyte, '2'), 100)(secure));
        },
      },
    },
    security: 'starttls',
    wire: /^garbage, a line is longer than 8192 bytes/,
    nodemailer: /^E/,
  },
  {
    name: 'markup and terminal escapes',
    script: {
      greeting: [`220 ${nasty}`],
      replies: { EHLO: [`250-${nasty}`, `250 AUTH ${nasty}`], RCPT: [`550 ${nasty}`] },
    },
    wire: /^550 <script>/,
    nodemailer: 'EENVELOPE',
  },
];

/** Sends this over and over, as fast as the client reads and until it has gone, or so many times. */
function pour(bytes: Buffer, times = Number.POSITIVE_INFINITY): (socket: Socket) => void {
  return (socket) => {
    let sent = 0;
    const next = (): void => {
      if (!socket.writable || sent++ >= times) return;
      socket.write(bytes, next);
    };
    next();
  };
}

function drip(text: string, everyMs: number): (socket: Socket) => void {
  return (socket) => {
    let sent = 0;
    const timer = setInterval(() => socket.write(text.charAt(sent++ % text.length)), everyMs);
    socket.once('close', () => clearInterval(timer));
  };
}
