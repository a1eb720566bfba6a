import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/leaves-handshake',
  kind: 'client',
  follows: true,
  title: 'a client goes away in the middle of the TLS handshake with Dovecot, without a word',
  cause:
    'OpenSSL calls it unexpected eof, syscall failed or Connection reset. Monitors, the health checks of a load balancer, scanners and phones that change their network leave like that, and nothing is wrong then; so do some programs that do not trust the certificate or look for another name in it. Versions and ciphers are no matter of it: of those the server says something else.',
  symptoms: {
    log: [
      {
        pattern:
          /^[\w-]+-login: (?:Login aborted|Disconnected).*SSL_accept\(\) (?:failed: .*unexpected eof while reading|(?:failed: .*)?syscall failed|failed: .*Connection reset by peer)/,
        specimen:
          'dovecot: imap-login: Disconnected: Connection closed: SSL_accept() failed: error:0A000126:SSL routines::unexpected eof while reading (no auth attempts in 0 secs): user=<>, rip=203.0.113.9, lip=192.0.2.1, TLS handshaking, session=<Tq3gR7lE0cXLAHEJ>',
        strength: 'names',
        program: /^dovecot$/,
      },
    ],
    facts: [],
    client: 'Nothing, or what its own message says: certificate verify failed, hostname mismatch',
  },
  repair: {
    words:
      'Nothing where rip is that of a check or a stranger; where it is a user’s, look at the certificate as that program does.',
    commands: [
      'openssl s_client -connect mail.example.test:993 -servername mail.example.test -verify_return_error -verify_hostname mail.example.test </dev/null',
    ],
  },
  unreproduced: 'The other side’s doing.',
  versions: {},
  noticedBy: [],
  references: ['RFC 8446 section 6.1', 'https://doc.dovecot.org/2.3/configuration_manual/dovecot_ssl_configuration/'],
};
