import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'tls/key-not-rsa',
  kind: 'fault',
  title: 'a mail server that reads RSA keys alone is given a key of another kind',
  cause:
    'Postal reads the private key as RSA; one on an elliptic curve, as Caddy and Certbot since 2.0 make by default, or an empty file, is none to them. STARTTLS fails for every client. Where web and worker do not start either, it is Postal’s signing key that is none.',
  symptoms: {
    log: [
      {
        // With the mark of an SMTP session.
        pattern: /\[\w{6}\] OpenSSL::PKey::RSAError: Neither PUB key nor PRIV key/,
        specimen: '[GHP9YJ] OpenSSL::PKey::RSAError: Neither PUB key nor PRIV key: nested asn1 error',
        strength: 'names',
      },
      {
        // Without it, it may be another key, or another program in Ruby.
        pattern: /OpenSSL::PKey::RSAError: Neither PUB key nor PRIV key/,
        specimen: 'postal[9]: OpenSSL::PKey::RSAError: Neither PUB key nor PRIV key: nested asn1 error',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The connection ends at STARTTLS.',
  },
  repair: {
    words: 'Have an RSA key made, and let the server read that.',
    commands: [
      'head -1 /config/smtp.key',
      'certbot renew --key-type rsa --force-renewal',
      'docker compose restart smtp',
    ],
  },
  unreproduced: 'Its line is that of the library’s source; none of our images is in Ruby.',
  versions: {},
  noticedBy: [],
  references: ['https://eff-certbot.readthedocs.io/en/stable/using.html#rsa-and-ecdsa-keys'],
};
