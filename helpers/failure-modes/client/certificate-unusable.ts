import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/certificate-unusable',
  kind: 'fault',
  title: 'a certificate is of a form that a program’s TLS library does not take',
  cause:
    'It is of version 1 of X.509, is signed with SHA-1 or MD5, has a key of 1024 bits, or is an authority’s own and used as the server’s: most often the server’s, as a client sees it. To trust it does not help: a library with newer rules refuses it all the same. `ee key too small` and `ca md too weak` are said of a certificate that the program itself has loaded to show.',
  symptoms: {
    log: [
      {
        // rustls; Java; Go; OpenSSL in Node.js, Python, Ruby and others; GnuTLS.
        pattern:
          /invalid peer certificate: .*(?:UnsupportedCertVersion|BadEncoding|UnsupportedSignatureAlgorithm|CaUsedAsEndEntity)|Certificates do(?:es)? not conform to algorithm constraints|Algorithm constraints check failed on (?:signature algorithm|keysize|disabled algorithm)|x509: (?:cannot verify signature: insecure algorithm|negative serial number|malformed |invalid version)|(?:CERT(?:IFICATE)?_VERIFY_FAILED\]?|certificate verify failed|Error:|\[SSL: \w+\]) .*(?:ee key too small|ca md too weak|EE certificate key too weak|CA (?:signature digest algorithm|certificate key) too weak)|certificate chain uses (?:an )?insecure algorithm/,
        specimen: 'SMTP error: Connection error: invalid peer certificate: Other(OtherError(UnsupportedCertVersion))',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None: the client ends the handshake.',
  },
  repair: {
    words:
      'Give the server a certificate of version 3, signed with SHA-256, for a key of 2048 bits or an elliptic curve, with the server’s name in subjectAltName.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587 </dev/null | openssl x509 -noout -text | grep -E "Version|Signature Algorithm|Public-Key|CA:"',
    ],
  },
  unreproduced: 'Its lines are those of clients, each with rules of its own; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5280 section 4.1.2.1', 'https://github.com/dani-garcia/vaultwarden/issues/6236'],
};
