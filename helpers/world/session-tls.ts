import type { TLSSocket } from 'node:tls';
import type { SMTPServerSession } from 'smtp-server';

const known = new WeakMap<SMTPServerSession, string>();

/** Keeps a session's protocol and cipher. Not the session's own: smtp-server has the oldest protocol that knows the cipher. */
export function noteTls(session: SMTPServerSession, socket: TLSSocket): void {
  known.set(session, `${socket.getProtocol()} ${socket.getCipher().name}`);
}

/** The protocol and cipher of a session; undefined where it is in the clear. */
export function tlsOf(session: SMTPServerSession): string | undefined {
  return known.get(session);
}
