import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { HarnessError } from '../errors';

/** A UDP socket and a TCP listener with the same port number. */
export interface DnsSockets {
  readonly port: number;
  readonly udp: Socket;
  readonly tcp: Server;
}

/** Binds both: a client goes on over TCP at the port where it asked over UDP. */
export async function bindDnsSockets(address: string, attempts = 20): Promise<DnsSockets> {
  const udp = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  const tcp = createServer();
  try {
    udp.bind(0, address);
    await once(udp, 'listening');
    const { port } = udp.address();
    tcp.listen(port, address);
    await once(tcp, 'listening');
    return { port, udp, tcp };
  } catch (error) {
    udp.close();
    // Somebody else's TCP listener has the number that the kernel gave for UDP.
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' && attempts > 1)
      return bindDnsSockets(address, attempts - 1);
    throw new HarnessError('ELAB', `its DNS can't listen on ${address}`, { cause: error });
  }
}
