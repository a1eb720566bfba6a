import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/leaves-without-login',
  kind: 'noise',
  title: 'a client reaches Dovecot’s login process and leaves without a login',
  cause:
    'It has sent no password: it tests whether the port is open, does not like the certificate or the mechanisms that are offered, or was set to another port. One line now and then is a check of health or a scanner; where a user’s program leaves it, see what the program says.',
  symptoms: {
    log: [
      {
        pattern:
          /^[\w-]+-login: (?:Login aborted|Disconnected)(?!.*(?:SSL_accept|nactivity.*TLS handshaking|TLS initialization failed|Failed to initialize SSL|Connection queue full|Auth process broken|Shutting down)).*\((?:no auth attempts|client didn't finish SASL auth|cert required, client didn't start TLS)/,
        specimen:
          'dovecot: submission-login: Login aborted: Connection closed (no auth attempts in 0 secs) (no_auth_attempts): user=<>, rip=203.0.113.9, lip=192.0.2.1, TLS, session=<Tq3gR7lE0cXLAHEJ>',
        strength: 'names',
        program: /^dovecot$/,
      },
    ],
    facts: [],
    client: 'Nothing: it leaves.',
  },
  repair: {
    words: 'Try it by hand from where the client is; look at the certificate that it gets.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587 -servername mail.example.test',
      'doveconf auth_mechanisms ssl',
    ],
  },
  unreproduced: 'The line is the client’s doing, whatever its reason.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/latest/core/man/doveadm-log.1.html'],
};
