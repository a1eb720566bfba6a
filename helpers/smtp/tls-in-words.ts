import type { Socket } from 'node:net';
import { type CipherNameAndProtocol, TLSSocket } from 'node:tls';

/** Protocol and cipher, such as `TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384`; nothing without TLS, before it and after it. */
export function tlsInWords(socket: Socket): string | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  // The types do not know that there is none before the handshake, nor once the socket is destroyed.
  const cipher = socket.getCipher() as CipherNameAndProtocol | null | undefined;
  return cipher ? `${socket.getProtocol()} ${cipher.name}` : undefined;
}

/** The names that the peer's certificate is for, RFC 6125 section 6.4.4: the common name only where it has no others. */
export function certificateNames(socket: Socket): readonly string[] {
  if (!(socket instanceof TLSSocket)) return [];
  const { subjectaltname, subject } = socket.getPeerCertificate();
  const alternatives = (subjectaltname ?? '').split(', ').flatMap((one) => /^DNS:(.+)$/.exec(one)?.[1] ?? []);
  // Without a certificate the object is empty, whatever the types say.
  return alternatives.length > 0 ? alternatives : [(subject as { CN?: string } | undefined)?.CN ?? []].flat();
}
