import type { LogSign } from '../../../model/failure-mode';

/** What OpenSSL says in stunnel, as the server (SSL_accept) or as the client (SSL_connect) of the handshake. */
export const inStunnel = (step: 'SSL_accept' | 'SSL_connect', text: RegExp, specimen: string): LogSign => ({
  pattern: new RegExp(`\\bLOG3\\[[\\w:]+\\]: ${step}: .*${text.source}`),
  specimen: `stunnel[900]: LOG3[0]: ${step}: ../ssl/${specimen}`,
  strength: 'names',
  alternative: true,
});
