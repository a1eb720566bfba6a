import type { FailureMode } from '../../model/failure-mode';
import { notAccepted } from './shared/handshakes';

export const mode: FailureMode = {
  id: 'tls/signature-algorithms-differ',
  kind: 'client',

  title: 'client and server have no signature algorithm in common',
  cause:
    'The other side offers SHA-1 or MD5 alone, which OpenSSL refuses at its usual security level, or only algorithms for another kind of key than the certificate’s. The handshake fails; nobody has logged in.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: TLS library problem: (?:\d+:)?error:[0-9A-F]+:SSL routines:[^:]*:(?:no suitable signature algorithm|wrong signature type|legacy sigalg disallowed or unsupported|no shared signature algorithms):/,
        specimen:
          'postfix/smtps/smtpd[903]: warning: TLS library problem: error:0A000076:SSL routines::no suitable signature algorithm:../ssl/t1_lib.c:3330:',
        strength: 'names',
      },
      notAccepted,
    ],
    facts: [],
    client: 'alert handshake failure',
  },
  repair: {
    words:
      'Renew the client’s software. A server with a certificate for ECDSA alone gets an RSA certificate beside it.',
    commands: ['openssl x509 -noout -text -in "$(postconf -h smtpd_tls_cert_file)" | grep "Public Key Algorithm"'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['RFC 8446 section 4.2.3', 'RFC 9155'],
};
