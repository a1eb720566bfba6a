import type { FailureMode } from '../../model/failure-mode';
import { throttledByMicrosoft } from './shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'relay-client/too-much-at-once',
  kind: 'fault',
  title: 'the next server takes no more at this speed, from here or for this recipient',
  cause:
    'Too many messages, recipients in one message, or connections from here in a short time; or one mailbox that gets too much, from whomever. What it does not take waits, and is tried again, slower.',
  symptoms: {
    log: [
      {
        pattern:
          /(?: said: | refused to talk to me: )[45]\d\d[ -].*(?:receiving mail at a rate|[Tt]oo many recipients|too much mail from|[Tt]oo many messages|too many connections from|Too many concurrent SMTP connections from)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=4.0.0, status=deferred (host mx.example.com[203.0.113.25] said: 450 4.7.1 Error: too much mail from 192.0.2.1 (in reply to RCPT TO command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
      },
      throttledByMicrosoft,
    ],
    facts: [],
    client: 'Nothing: the mail waits',
  },
  repair: {
    words: 'Send fewer at once to that domain.',
    commands: [
      'postconf -e smtp_destination_concurrency_limit=2 smtp_destination_rate_delay=1s smtp_destination_recipient_limit=20',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/QSHAPE_README.html',
    'https://www.postfix.org/postconf.5.html#default_destination_rate_delay',
  ],
};
