import * as net from 'node:net';

/** Says lines over a socket, each as soon as something whole has come, and understands nothing of it but whether it is a refusal. */
export function runBareSession(
  server: { readonly host: string; readonly port: number },
  lines: readonly string[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(server).setNoDelay();
    let next = 0;
    let last = '';
    socket.on('data', (bytes) => {
      // No reply of this server is longer than a packet.
      if (bytes.at(-1) !== 0x0a) return;
      last = bytes.toString('latin1');
      if (!/^[23]/.test(last)) socket.destroy();
      else if (next < lines.length) socket.write(`${lines[next++]}\r\n`);
    });
    socket.once('error', reject);
    socket.once('close', () => (last.startsWith('221') ? resolve() : reject(new Error(`not sent: ${last}`))));
  });
}
