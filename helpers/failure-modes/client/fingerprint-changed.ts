import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/fingerprint-changed',
  kind: 'client',
  title: 'a client knows the server’s certificate by a fingerprint, and the certificate has another',
  cause:
    'The client trusts one certificate by its fingerprint (msmtp’s tls_fingerprint, mutt, fetchmail, Gajim). With each renewal, every three months with Let’s Encrypt, the fingerprint changes. Where it has never fitted, it is of another kind (SHA-1 or MD5 for SHA-256) or of another server. It may as well be somebody in between.',
  symptoms: {
    log: [
      {
        pattern:
          /the certificate fingerprint does not match|certificate fingerprint (?:mismatch|does not match)|Server certificate fingerprints? do(?:es)? not match/i,
        specimen: 'msmtp: TLS certificate verification failed: the certificate fingerprint does not match',
        strength: 'names',
      },
      {
        // dma.
        pattern: /\bfingerprints do not match$/,
        specimen: 'dma[12345.56789abc]: fingerprints do not match',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The client ends the connection after the handshake.',
  },
  repair: {
    words:
      'See that the new certificate is the server’s, and drop the fingerprint for the system’s authorities; or enter the new one.',
    commands: [
      'msmtp --serverinfo --tls --tls-certcheck=off --host=mail.example.test --port=587',
      'openssl s_client -starttls smtp -connect mail.example.test:587 </dev/null | openssl x509 -noout -fingerprint -sha256',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://marlam.de/msmtp/msmtp.html', 'https://github.com/hashbang/dotfiles/pull/181'],
};
