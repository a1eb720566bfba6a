import type { FailureMode } from '../../model/failure-mode';
import { handshake, notAccepted, openssl, perhapsInProxy } from './shared/handshakes';

const rejects = handshake(
  /(?:tlsv1|sslv3|ssl\/tls) alert (?:unknown ca|bad certificate|certificate unknown|certificate expired|unsupported certificate)/,
  '0A000418:SSL routines::tlsv1 alert unknown ca:../ssl/record/rec_layer_s3.c:1601:SSL alert number 48:',
  'names',
);

export const mode: FailureMode = {
  id: 'tls/certificate-rejected',
  kind: 'client',
  title: 'a client rejects the server’s certificate',
  cause:
    'The client ends the handshake with an alert: the certificate is self-signed or of an unknown authority, it has ' +
    'expired or is for another name, or the server does not send the authority’s certificate that lies between. The login is never tried.',
  symptoms: {
    log: [
      rejects,
      perhapsInProxy(rejects),
      {
        // Dovecot, of those who read or hand in mail by it.
        pattern:
          /TLS(?: handshaking)?: SSL_(?:accept|read)\(\) failed: error:[0-9A-F]+:SSL routines:[^:]*:(?:tlsv1|sslv3|ssl\/tls) alert (?:unknown ca|bad certificate|certificate unknown|certificate expired|unsupported certificate)/,
        specimen:
          'dovecot: imap-login: Disconnected (no auth attempts in 0 secs): user=<>, rip=192.0.2.9, lip=192.0.2.1, TLS handshaking: SSL_accept() failed: error:14094416:SSL routines:ssl3_read_bytes:sslv3 alert certificate unknown: SSL alert number 46, session=<x>',
        strength: 'names',
        alternative: true,
      },
      notAccepted,
      {
        // Servers in Go.
        pattern:
          /TLS handshake failed: remote error: (?:tls: )?(?:bad certificate|unknown certificate(?: authority)?|expired certificate)|TLS handshake error (?:from|for) \S+: remote error: tls: (?:bad certificate|unknown certificate(?: authority)?|expired certificate)/,
        specimen: 'smtpd 454 - TLS handshake failed: remote error: bad certificate',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'self-signed certificate, unable to verify the first certificate, or certificate has expired',
  },
  repair: {
    words: 'Use a certificate that clients trust, for the name by which they reach the server, with its whole chain.',
    commands: [
      'openssl s_client -connect mail.example.test:465 -verify_return_error </dev/null',
      'openssl x509 -noout -subject -issuer -enddate -in "$(postconf -h smtpd_tls_cert_file)"',
    ],
  },
  reproduction: {
    inject: '',
    provoke: openssl('-verify_return_error'),
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['RFC 8446 section 6.2', 'https://www.postfix.org/TLS_README.html#server_cert_key'],
};
