import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/certificate-not-trusted',
  kind: 'client',
  title: 'a client does not trust the server’s certificate',
  cause:
    'The certificate is self-signed, has another name than the one that the client connects to, as the name of a container, has run out, or comes without the intermediate one. The client ends the connection before it logs in.',
  symptoms: {
    log: [
      {
        pattern:
          /\[SSL: CERTIFICATE_VERIFY_FAILED\]|certificate (?:signed by unknown authority|is valid for|has expired or is not yet valid)|Hostname\/IP does not match certificate's altnames|DEPTH_ZERO_SELF_SIGNED_CERT|Error: self[- ]signed certificate|PKIX path building failed|unable to verify the first certificate|SSL operation failed with code 1\..*certificate verify failed/,
        specimen: 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None: the client ends the connection.',
  },
  repair: {
    words:
      'Use a certificate of a known authority with the name that clients use, and its whole chain; in the client, that name.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587 -servername mail.example.test -verify_return_error',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6125', 'RFC 8314 section 4'],
};
