import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/scanner-fails',
  kind: 'fault',
  title: 'Haraka does not get an answer of the scanner for spam or viruses',
  cause:
    'rspamd, spamd or clamd does not run, listens elsewhere, or needs longer than the plugin waits. By their settings mail is put off then, or let through.',
  symptoms: {
    log: [
      {
        pattern:
          /Rspamd scan error|Rspamd scan timeout|spamd scan error|spamd (?:scan|connect) timeout|\[(?:rspamd|spamassassin|clamd)\] .*connect E(?:CONNREFUSED|NOENT|TIMEDOUT)/,
        specimen: '[ERROR] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11.1] [rspamd] connect ECONNREFUSED 127.0.0.1:11333',
        strength: 'names',
      },
    ],
    facts: [],
    client: '450 Rspamd scan error',
  },
  repair: {
    words: 'See that it runs and listens where the plugin asks.',
    commands: ['ss -ltnp | grep -E "11333|783|3310"', 'cat config/rspamd.ini config/spamassassin.ini config/clamd.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/haraka/haraka-plugin-rspamd'],
};
