import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/smarthost-offers-no-login',
  kind: 'fault',
  title: 'the smarthost offers Exim no login, and Exim is told to log in',
  cause:
    'hosts_require_auth names the smarthost, and its answer to EHLO has no AUTH at that port or before TLS, or no mechanism for which Exim has an authenticator. Mail waits.',
  symptoms: {
    log: [
      {
        pattern:
          /authentication required but (?:server did not advertise AUTH support|no common mechanisms were found)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=smarthost T=remote_smtp_smarthost defer (0) H=smarthost.example.test [192.0.2.30]: authentication required but server did not advertise AUTH support',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words:
      'Use the port for users, 587, with TLS; or add an authenticator with public_name of a mechanism that it offers.',
    commands: ['exim -bP authenticators', 'openssl s_client -starttls smtp -connect smarthost.example.test:587'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_smtp_transport.html'],
};
