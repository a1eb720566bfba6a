import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/greylisted',
  kind: 'noise',
  title: 'the next server takes mail from Exim at the second try',
  cause:
    'Greylisting answers the first try with 451 or 450 and takes the next, some minutes later. Exim tries again by itself.',
  symptoms: {
    log: [
      {
        pattern: /SMTP error from remote mail server after .*: 4\d\d[- ].*[Gg]r[ea]y-?[Ll]ist/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=dnslookup T=remote_smtp defer (-44) H=mx.elsewhere.example [192.0.2.9]: SMTP error from remote mail server after RCPT TO:<bob@elsewhere.example>: 451 4.7.1 Greylisting in action, please come back later',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: { words: 'Nothing.', commands: [] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6647'],
};
