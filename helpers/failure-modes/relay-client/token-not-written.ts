import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/token-not-written',
  kind: 'fault',

  title: 'sasl-xoauth2 can not write the renewed token back',
  cause:
    'The plug-in writes a renewed token into a new file beside the old one: the folder must be writable for postfix. It goes on with what it has, and renews at every delivery, until the provider has given another refresh token and no longer takes the old one.',
  symptoms: {
    log: [
      {
        pattern: /TokenStore::Write: failed to open file|TokenStore::Write: exception=/,
        specimen:
          'postfix/smtp[278]: [sasl-xoauth2]   2026-11-24 23:49:37: TokenStore::Write: failed to open file /etc/tokens/alice@example.test.tmp.4711 for writing: Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Give the folder to postfix.',
    commands: ['chown -R postfix:postfix /etc/tokens', 'chmod 700 /etc/tokens'],
  },
  unreproduced: 'The plug-in needs a provider of tokens, which the closed world of the tests has not.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/tarickb/sasl-xoauth2'],
};
