import type { FailureMode } from '../../model/failure-mode';
import { queueFileFails } from '../shared/queue-file-fails';

export const mode: FailureMode = {
  id: 'relay-client/next-server-troubled',
  kind: 'fault',
  title: 'the next server does not take the mail for now, and wants it tried again',
  cause:
    'Mostly it is a trouble of its own: a full disk, a table that it can not ask, too many connections. "Error: timeout exceeded" says that it heard nothing from here in time, as where large packets are lost on the way (MTU); "too many errors", that it has refused much before. Try again later, in the greeting, may also be its way with those it does not know. The mail waits here and is tried again. Nothing is wrong with this server, unless every server answers so.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:relay=\S+, .*|\bhost \S+\[[^\]]+\])(?: said: | refused to talk to me: )4\d\d[ -](?!.*(?:[Gg]r[ea]y-?list|reputation|login|\b4\.7\.[56]\d\d )).*(?:Server busy|server (?:is )?too busy|Service not active|Insufficient system storage|emporary local problem|(?:RBL|DNSBL)\S* (?:lookup|query) (?:fail|error|time)|[Ll]ookup (?:failure|error) on RBL|Error: timeout exceeded|Server configuration error|queue file write error|Temporary server error|Service unavailable - try again later|too many connections ?(?:$|\()|too many errors ?(?:from|$|\()|Too many concurrent SMTP connections(?! from))/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=4.0.0, status=deferred (host mx.example.com[203.0.113.25] said: 452 4.3.1 Insufficient system storage (in reply to MAIL FROM command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
      },
      {
        pattern:
          /host \S+\[[^\]]+\] refused to talk to me: 4\d\d[ -](?:4\.\d\.\d )?(?:[Tt]ry again later(?!, closing connection\. \(EHLO\))|[Pp]lease try|[Tt]emporarily unavailable|[Ss]ystem not accepting)/,
        specimen:
          'postfix/smtp[99]: 40197AA: host mx.example.net[198.51.100.7] refused to talk to me: 450 4.3.2 try again later',
        strength: 'names',
        alternative: true,
      },
      queueFileFails,
      {
        pattern:
          /(?: said: | refused to talk to me: )4\d\d[ -].*(?:Service not available, closing transmission channel|Insufficient system resources|Mail server temporarily rejected message)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=4.0.0, status=deferred (host mx.example.com[203.0.113.25] said: 451 4.3.0 Mail server temporarily rejected message (in reply to RCPT TO command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits',
  },
  repair: { words: 'Wait; ask whoever runs that server.', commands: ['postqueue -p', 'postqueue -f'] },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.2.1'],
};
