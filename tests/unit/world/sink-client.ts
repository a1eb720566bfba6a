import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createTransport, type SMTPTransportOptions } from 'nodemailer';
import type { Sink } from '../../../helpers/world/sink';

/** The address that the tests' sinks listen on. */
export const address = '127.0.0.1';

/** Sends one message to the sink as an MTA would: with TLS where it's offered, without verifying. */
export async function send(
  sink: Sink,
  raw: string | Buffer,
  { port = 25, from = 'a@inside.test', to = ['b@outside.test'], ...options }: Partial<SendOptions> = {},
): Promise<void> {
  const transport = createTransport({
    host: address,
    port: sink.portFor(port),
    secure: port === 465,
    tls: { rejectUnauthorized: false },
    ...options,
  });
  await transport.sendMail({ envelope: { from, to }, raw });
}

type SendOptions = SMTPTransportOptions & { readonly port: number; readonly from: string; readonly to: string[] };

/** Says line after line, each when the last was answered; gives the last line of each reply, and all. The socket stays open. */
export async function talk(
  port: number,
  ...lines: readonly string[]
): Promise<{ replies: string[]; all: string[]; socket: Socket }> {
  const socket = connect(port, address);
  socket.on('error', () => {
    // Whether a server ends with FIN or with RST depends on what it had not read; `closed` tells enough.
  });
  const incoming = createInterface({ input: socket })[Symbol.asyncIterator]();
  const all: string[] = [];
  const replies = [await lastLine()];
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    replies.push(await lastLine());
  }
  return { replies, all, socket };

  async function lastLine(): Promise<string> {
    for (;;) {
      const { value } = await incoming.next();
      all.push(value);
      if (value === undefined || /^\d{3} /.test(value)) return value ?? 'closed';
    }
  }
}
