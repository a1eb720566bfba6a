import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { handshake } from './shared/handshakes';

export const mode: FailureMode = {
  id: 'tls/clear-text-behind-starttls',
  kind: 'client',
  title: 'a client says STARTTLS, and what it sends then is no TLS',
  cause:
    'The server has answered 220 and waits for TLS; the client goes on in clear, or begins a handshake that this OpenSSL does not take for one. That is a mistake in the client or its settings, as of a program whose encryption is set to none and which says STARTTLS all the same because it is offered; or something between the two has put its own words in.',
  symptoms: {
    log: [
      {
        ...handshake(
          /(?:wrong version number|http request|https proxy request)/,
          '0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:350:',
          'suggests',
        ),
        specimen:
          'postfix/smtpd[903]: warning: TLS library problem: error:0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:350:',
        program: /(?:postfix|submission)\/smtpd$/,
      },
      {
        pattern: /^lost connection after STARTTLS from /,
        specimen: 'postfix/smtpd[903]: lost connection after STARTTLS from client.outside.example[198.51.100.7]',
        strength: 'accompanies',
        program: smtpdProgram,
      },
      {
        // maddy.
        pattern: /550 5\.0\.0 Handshake error/,
        specimen: '550 5.0.0 Handshake error',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '220 2.0.0 Ready to start TLS, then the connection ends.',
  },
  repair: {
    words:
      'Update the client, or set it to STARTTLS outright. Inside a network that is trusted, give it a service without STARTTLS.',
    commands: [
      'postconf -P | grep smtpd_tls_security_level',
      'openssl s_client -starttls smtp -connect mail.example.test:587',
    ],
  },
  unreproduced: 'It takes a client that is broken.',
  versions: {},
  noticedBy: [],
  references: ['RFC 3207 section 4', 'https://github.com/pentacent/keila/issues/462'],
};
