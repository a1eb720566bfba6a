import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/smarthost-login-fails-for-now',
  kind: 'fault',
  title: 'the smarthost takes no login of Exim for now',
  cause:
    'It answers AUTH with a 4: it has had too many logins or connections from here, holds back after wrong ones, or can’t reach what it checks passwords with. The words behind the number tell which. User and password may be right; the mail waits, and Exim tries again.',
  symptoms: {
    log: [
      {
        pattern:
          /\b[\w-]+ authenticator failed H=\S+ (?:\[[^\]]*\](?::\d+)? )?4\d\d[ -]|SMTP error from remote mail server after AUTH\b.*: 4\d\d[ -]/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB login authenticator failed H=smarthost.example.test [192.0.2.30] 454 4.7.0 Too many login attempts, please try again later.',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words:
      'Wait, and send in fewer connections; if it stays so, try the same login by hand, or ask who runs the smarthost.',
    commands: [
      'exim -bP queue_run_max remote_max_parallel',
      'openssl s_client -starttls smtp -connect smarthost.example.test:587',
      'exim -qff   # later',
    ],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'RFC 4954 section 6',
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_authentication.html',
  ],
};
