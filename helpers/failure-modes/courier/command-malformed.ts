import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/command-malformed',
  kind: 'client',
  title: 'a client says commands to Courier that are against the rules',
  cause:
    'Courier is strict: addresses stand in <>, HELO comes first, and no space stands behind the colon. 502 is said to every command that it does not know, such as those of a scanner, or TLS and HTTP at this port.',
  symptoms: {
    log: [
      {
        pattern:
          /your mail software violates RFC 821|502 (?:Polite people say HELO first|ESMTP command error)|517 Syntax error\.|554 Syntax error/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,port=37696,msg="554 Syntax error - your mail software violates RFC 821.",cmd: MAIL FROM: alice@example.test',
        strength: 'names',
        program: /^(?:courier|esmtpd)/,
      },
    ],
    facts: [],
    client: '554 Syntax error - your mail software violates RFC 821.',
  },
  repair: {
    words: 'Write MAIL FROM:<alice@example.test>.',
    commands: [],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.1.2'],
};
