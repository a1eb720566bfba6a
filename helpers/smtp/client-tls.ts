import type { ConnectionOptions } from 'node:tls';
import type { Trust } from './session-options';

/**
 * TLS as the tests of mail images need it. A server whose authority is known is verified, chain and name, and there is no session
 * with any other. Of all others nobody knows who should vouch for them: mail images come with self-signed certificates.
 */
export function clientTls(trust: Trust | 'anybody' = 'anybody'): ConnectionOptions {
  return trust === 'anybody'
    ? { ...old, rejectUnauthorized: false }
    : { ...old, rejectUnauthorized: true, ca: trust.root, servername: trust.name };
}

/** An old server may know nothing above TLS 1.0, which OpenSSL 3 refuses above security level 0. */
const old = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const satisfies ConnectionOptions;
