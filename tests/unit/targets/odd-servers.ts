import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A server on loopback, ended with all of its connections when it is disposed of. */
export async function listening(server: Server, at = 0) {
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => sockets.push(socket.on('error', () => {})));
  await once(server.listen(at, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Greets as a mail server does, and says this to whatever comes first. */
export function greet(socket: Socket, answer: string): void {
  socket.write('220 mail.example ESMTP\r\n');
  socket.once('data', () => socket.write(answer));
}

/** Three letters of its greeting, and one a second. */
export function drip(socket: Socket): void {
  const greeting = '220 mail.example ESMTP, who has all the time in the world\r\n';
  let sent = 3;
  const more = () => socket.write(greeting.charAt(sent++));
  socket.write(greeting.slice(0, sent));
  const timer = setInterval(more, 1000);
  socket.once('close', () => clearInterval(timer));
}

/** A mail server that knows no user. */
export function refusesLogins(socket: Socket): void {
  speaks(socket, { AUTH: '535 5.7.8 no', RCPT: '554 5.7.1 relay access denied' });
}

/** A mail server that takes mail from anybody for anywhere. */
export function relaysForAll(socket: Socket): void {
  speaks(socket, {});
}

/** A mail server with these answers to commands; 250 to all others. */
export function answering(answers: Readonly<Record<string, string>>): (socket: Socket) => void {
  return (socket) => speaks(socket, answers);
}

/** The same with its socket: these answers to commands; 250 to all others. */
function speaks(socket: Socket, answers: Readonly<Record<string, string>>): void {
  socket.write('220 mail.example ESMTP\r\n');
  let unread = '';
  socket.on('data', (bytes: Buffer) => {
    const lines = (unread + bytes).split('\r\n');
    unread = lines.pop() ?? '';
    for (const line of lines) {
      const verb = line.slice(0, 4).toUpperCase();
      socket.write(
        verb === 'EHLO' && answers.EHLO === undefined
          ? '250-mail.example\r\n250 AUTH PLAIN\r\n'
          : `${answers[verb] ?? '250 2.0.0 ok'}\r\n`,
      );
      if (verb === 'QUIT') socket.end();
    }
  });
}
