import { createHash } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { certificateSignature } from './certificate-signature';
import type { ChannelBinding } from './sasl/scram';

/**
 * What a login can be tied to this TLS session by: `tls-exporter` (RFC 9266), which is the one of TLS 1.3, or what the caller
 * names. Undefined where the session has no such thing.
 */
export function channelBinding(socket: TLSSocket, type: ChannelBinding['type'] = usualType(socket)) {
  const data = bindingData[type](socket);
  return data && { type, data };
}

const bindingData: Readonly<Record<ChannelBinding['type'], (socket: TLSSocket) => Buffer | undefined>> = {
  'tls-exporter': (socket) => socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0)),
  // RFC 5929 section 4.1: the hash by which the certificate is signed, and SHA-256 in place of MD5 and SHA-1.
  'tls-server-end-point': (socket) => {
    const certificate = socket.getPeerX509Certificate()?.raw;
    const hash = certificate && certificateSignature(certificate).hash;
    return hash && certificate
      ? createHash(hash === 'md5' || hash === 'sha1' ? 'sha256' : hash)
          .update(certificate)
          .digest()
      : undefined;
  },
  // RFC 5929 section 3.1: of the first Finished message, the client's in a full handshake. Not for TLS 1.3 (RFC 8446 C.5).
  'tls-unique': (socket) => (socket.getProtocol() === 'TLSv1.3' ? undefined : socket.getFinished()),
};

function usualType(socket: TLSSocket): ChannelBinding['type'] {
  return socket.getProtocol() === 'TLSv1.3' ? 'tls-exporter' : 'tls-unique';
}
