import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/handshake-failed',
  kind: 'client',
  title: 'a client and Dovecot’s login process do not come to terms about TLS',
  cause:
    'The client offers only versions or ciphers that Dovecot no longer takes (unsupported protocol, no shared cipher), ends the handshake by an alert of its own, or speaks in clear or waits for a greeting at a port for TLS (wrong version number, http request, inactivity). "Wrong version number" also comes of a HAProxy that sends its PROXY header to a listener of Dovecot without haproxy = yes: then it is every connection, and rip is always the proxy’s.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*(?:alert (?:certificate|unknown ca|bad certificate)|unexpected eof while reading|Connection reset by peer|syscall failed))[\w-]+-login: (?:Login aborted|Disconnected).*SSL_accept\(\) failed: /,
        specimen:
          'dovecot: submission-login: Login aborted: Connection closed: SSL_accept() failed: error:0A000102:SSL routines::unsupported protocol (disconnected during TLS handshake) (tls_handshake_not_finished): user=<>, rip=203.0.113.9, lip=192.0.2.1, TLS handshaking, session=<Tq3gR7lE0cXLAHEJ>',
        strength: 'names',
        program: /^dovecot$/,
      },
      {
        // It waits for a greeting in clear.
        pattern:
          /^[\w-]+-login: (?:Login aborted|Disconnected): (?:Disconnected for inactivity|Inactivity).*, TLS handshaking/,
        specimen:
          'dovecot: submission-login: Disconnected: Inactivity (no auth attempts in 180 secs): user=<>, rip=203.0.113.9, lip=192.0.2.1, lport=465, TLS handshaking',
        strength: 'names',
        program: /^dovecot$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: the handshake ends.',
  },
  repair: {
    words:
      'By the words behind the error: ssl_min_protocol; the right port; for a proxy haproxy = yes in a listener of its own and its address in haproxy_trusted_networks, or no send-proxy in HAProxy.',
    commands: [
      'openssl s_client -connect mail.example.test:465 -servername mail.example.test -verify_return_error',
      'doveconf ssl_min_protocol ssl_cipher_list',
      'doveconf -n service/imap-login haproxy_trusted_networks; grep -rn send-proxy /etc/haproxy   # on the proxy’s host',
    ],
  },
  unreproduced: 'The other side’s doing.',
  versions: {},
  noticedBy: [],
  references: [
    'RFC 8314 section 3.3',
    'https://doc.dovecot.org/2.3/configuration_manual/dovecot_ssl_configuration/',
    'https://doc.dovecot.org/2.3/configuration_manual/haproxy/',
  ],
};
