import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/untrusted-is-usual',
  kind: 'noise',
  title: 'Exim finds that it can’t trust a certificate, and goes on where nobody demands that it does',
  cause:
    'tls_try_verify_hosts is * for mail that goes out: Exim looks at the certificate of each server, says that it is signed by itself, has expired or has another name, and delivers in TLS all the same, with CV=no in the line of the delivery. It says so of clients that show a certificate, too. Where the certificate is demanded (tls_verify_hosts, DANE), a line with `TLS session` or `TLS error` follows, and that one tells what failed.',
  symptoms: {
    log: [
      {
        pattern: /SSL verify error: (?:certificate name mismatch|depth=\d+ error=)(?!.*TLS error on connection from)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB [203.0.113.25] SSL verify error: depth=0 error=self signed certificate cert=/CN=mx.elsewhere.example',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: { words: 'Nothing; tls_try_verify_hosts without a value in the transport spares the look.', commands: [] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_smtp_transport.html'],
};
