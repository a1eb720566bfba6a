import type { Socket } from 'node:net';
import { type CipherNameAndProtocol, TLSSocket } from 'node:tls';

/** Protocol and cipher, such as `TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384`; nothing without TLS, before it and after it. */
export function tlsInWords(socket: Socket): string | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  // The types do not know that there is none before the handshake, nor once the socket is destroyed.
  const cipher = socket.getCipher() as CipherNameAndProtocol | null | undefined;
  return cipher ? `${socket.getProtocol()} ${cipher.name}` : undefined;
}
