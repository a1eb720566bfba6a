import type { SaslMechanism } from './mechanism';

/** ANONYMOUS, RFC 4505. `trace`: an address or a word that the client gives of itself, if it likes. */
export function anonymous(trace = ''): SaslMechanism {
  return { name: 'ANONYMOUS', initialResponse: Buffer.from(trace), respond: () => Buffer.alloc(0) };
}
