import type { SaslMechanism } from './mechanism';

/** EXTERNAL, RFC 4422 appendix A: who the client is, the TLS certificate tells; empty: as whoever that is. */
export function external(authorizationId = ''): SaslMechanism {
  return { name: 'EXTERNAL', initialResponse: Buffer.from(authorizationId), respond: () => Buffer.alloc(0) };
}
