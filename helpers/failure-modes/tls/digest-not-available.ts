import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'tls/digest-not-available',
  kind: 'fault',

  title: 'the TLS library lacks the digest that Postfix wants for fingerprints',
  cause:
    'smtpd_tls_fingerprint_digest and smtp_tls_fingerprint_digest are md5 before Postfix 3.6. A system in FIPS mode, or an OpenSSL built without MD5, has none, and Postfix switches TLS off.',
  symptoms: {
    log: [
      {
        pattern: /^warning: Digest algorithm "[^"]*" not found(?:: disabling TLS support)?$/i,
        specimen: 'postfix/smtpd[62]: warning: Digest algorithm "md5" not found: disabling TLS support',
        strength: 'names',
      },
      {
        pattern: /^fatal: disabling TLS support$/,
        specimen: 'postfix/smtp[9]: fatal: disabling TLS support',
        strength: 'accompanies',
        alternative: true,
      },
    ],
    facts: [],
    client: '454 4.7.0 TLS not available due to local problem, or no STARTTLS at all',
  },
  repair: {
    words: 'Take SHA-256 for both; fingerprints in check_ccert_access have to be made anew.',
    commands: [
      'postconf -e smtpd_tls_fingerprint_digest=sha256 smtp_tls_fingerprint_digest=sha256',
      'systemctl restart postfix',
    ],
  },
  unreproduced: 'None of the images has a TLS library without MD5.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_fingerprint_digest'],
};
