import type { FailureMode } from '../../model/failure-mode';
import { commandRejected, cutGreeting, temporaryFailure } from './shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'relay-client/refused-by-policy',
  kind: 'fault',
  title: 'the next server refuses the mail by a policy of its own',
  cause:
    'These words say no more than that, and what else stands in the reply may say which: most often the address that it comes from, the domain of its sender or its content is not liked, or the recipient takes no mail from outside, or the provider no program that connects from abroad. GMX, web.de and Yahoo explain it at the address in the reply.',
  symptoms: {
    log: [
      {
        pattern:
          /(?: said: | refused to talk to me: )5\d\d[ -](?!.*(?:DMARC|SPF|DKIM)).*(?:olicy reasons|olicy restrictions|olicy [Vv]iolation|olicy rejection|dministrative prohibition|eject due to policy)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 554 Transaction failed Reject due to policy restrictions. For explanation visit https://postmaster.gmx.net (in reply to end of DATA command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
      },
      {
        // Without a word of why, as of reputation.
        pattern:
          /host \S+\[[^\]]+\] refused to talk to me: 5\d\d[ -][\w.-]+\.[a-z]{2,}(?: ESMTP)?(?: not accepting messages)?\)?$/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: host mx.example.com[203.0.113.25] refused to talk to me: 554 mx.example.com',
        strength: 'names',
        alternative: true,
      },
      cutGreeting,
      temporaryFailure,
      commandRejected,
      {
        pattern:
          /(?: said: | refused to talk to me: )5\d\d[ -].*(?:Delivery not authorized|Denied \(Mode: |[Mm]essage was blocked by server|Envelope blocked|5\.7\.1 Requested action not taken: message refused)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 571 Delivery not authorized, message refused (in reply to RCPT TO command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
      {
        pattern: /said: 550 permanent failure for one or more recipients \([^)]*:blocked\)/,
        specimen:
          'postfix/smtp[9]: 2437A1A3CC0: to=<bob@example.com>, relay=mx.example.com[192.0.2.30]:25, delay=1, delays=0/0/1/0, dsn=5.0.0, status=bounced (host mx.example.com[192.0.2.30] said: 550 permanent failure for one or more recipients (bob@example.com:blocked) (in reply to end of DATA command))',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce',
  },
  repair: {
    words: 'Follow the address in the reply; see whether SPF, DKIM and the reverse name are in order.',
    commands: ['dig +short -x 192.0.2.1', 'dig +short example.test TXT _dmarc.example.test TXT'],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['https://postmaster.gmx.net/en/error-messages', 'RFC 7489'],
};
