import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/held-back-by-earlier-failure',
  kind: 'fault',
  title: 'Exim does not even try a server that has failed before',
  cause:
    'Behind an earlier failure Exim waits longer each time before it tries the same host again, and until then each mail for it is put off with `retry time not reached for any host`. What failed is in the lines before, at the first mail that was put off.',
  symptoms: {
    log: [
      {
        pattern: /retry time not reached for any host/,
        specimen:
          "2026-11-24 23:49:37 1mqjmk-00004h-Q0 == bob@elsewhere.example R=smarthost T=remote_smtp_smarthost defer (-53): retry time not reached for any host for 'elsewhere.example'",
        strength: 'suggests',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Look for the first failure of that host; when it is mended, force a try.',
    commands: [
      'exinext bob@elsewhere.example',
      'exigrep elsewhere.example /var/log/exim4/mainlog | head -20',
      'exim -qff',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-retry_configuration.html'],
};
