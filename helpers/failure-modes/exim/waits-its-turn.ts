import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/waits-its-turn',
  kind: 'noise',
  title: 'Exim leaves a mail for later, as it should',
  cause:
    'After a try that failed Exim tries a host again only when the time has come; a run of the queue in between says so of each mail. So it does where a message is just being delivered, or many came in one connection or under load. Why the first try failed is in an earlier line of the same message.',
  symptoms: {
    log: [
      {
        pattern:
          /retry time not reached(?!\)| for any host)|no immediate delivery: |Spool file (?:for \S+ )?is locked \(another process is handling this message\)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example routing defer (-51): retry time not reached',
        strength: 'names',
      },
      {
        pattern:
          /domain is in queue_domains|defer \(-\d+\): (?:domain is held|concurrency limit reached for transport|remote deliveries suppressed)|SMTP delivery explicitly queued|first-pass only routing due to|temporarily deferred: domain is held/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=smarthost T=remote_smtp_smarthost defer (-1): domain is in queue_domains',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Look for the first try; or try at once.',
    commands: ['exigrep 1vNZ2k-000123-AB /var/log/exim4/mainlog', 'exim -M 1vNZ2k-000123-AB'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-retry_configuration.html'],
};
