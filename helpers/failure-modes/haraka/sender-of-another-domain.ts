import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/sender-of-another-domain',
  kind: 'client',
  title: 'a user of Haraka sends with an address of another domain than the login’s',
  cause:
    'Where constrain_sender is set, as it is unless told otherwise, the sender’s domain has to be the one of the user who has logged in.',
  symptoms: {
    log: [
      {
        pattern: /\[core\] .*Envelope domain '[^']*' doesn't match AUTH domain '/,
        specimen:
          "[NOTICE] [6E2C5AB8-6A4C-4D2A-9C3B-3C9A5B0A6A5E.1] [core] sender <alice@other.example> code=DENY msg=\"Envelope domain 'other.example' doesn't match AUTH domain 'example.test'\"",
        strength: 'names',
      },
    ],
    facts: [],
    client: "550 Envelope domain 'other.example' doesn't match AUTH domain 'example.test'",
  },
  repair: {
    words: 'Send as the user who logs in; or switch the check off.',
    commands: ['grep -n constrain_sender config/auth_flat_file.ini   # constrain_sender=false, above all sections'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/plugins/auth/flat_file'],
};
