import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/client-breaks-off',
  kind: 'noise',
  title: 'a client of Sendmail ends the connection in the middle of a session or a message',
  cause:
    'It was closed, lost its net, or gave up; the message counts as not sent. If large ones always end so, something between cuts them: a firewall that looks into SMTP, or a path MTU that is too small.',
  symptoms: {
    log: [
      {
        pattern:
          /collect: (?:premature EOM: |unexpected close on connection from |I\/O error on connection from )|lost input channel from .* to \S+ after /,
        specimen: 'sm-mta[2211]: 6ASA00aa002211: collect: premature EOM: unexpected close',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: { words: 'Nothing; of one’s own clients, look at the way between.', commands: [] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.1.10'],
};
