import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/sender-blocked-by-recipient',
  kind: 'client',
  title: 'the recipient, or a list of the next server’s own, has blocked this sender',
  cause:
    'The sender’s address stands in a list that the recipient or the postmaster there keeps by hand. Others get through from the same server, and no public list knows anything of it.',
  symptoms: {
    log: [
      {
        pattern:
          /(?: said: | refused to talk to me: )5\d\d[ -].*(?:@[^\s>]+>?:? (?:is|has been|was) (?:(?:[Bb]lack|[Bb]lock)-?listed|blocked by (?:the )?recipient\b(?!['’]s| \w))|(?:(?:[Bb]lack|[Bb]lock)-?listed|blocked) by (?:the )?(?:recipient|user)\b(?!['’]| (?:domain|server|organi|complain))|recipient['’]s (?:personal )?(?:black|block) ?list)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 <alice@example.test> is blacklisted (in reply to MAIL FROM command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay|error)$/,
      },
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: { words: 'Ask the recipient by another way to take the sender out of the list.', commands: [] },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.2.1'],
};
