import type { ConnectionOptions } from 'node:tls';

/**
 * TLS as the tests of mail images need it: certificates are self-signed there, and an old server may know nothing above
 * TLS 1.0, which OpenSSL 3 refuses above security level 0.
 */
export const lenientTls = {
  rejectUnauthorized: false,
  minVersion: 'TLSv1',
  ciphers: 'DEFAULT@SECLEVEL=0',
} as const satisfies ConnectionOptions;
