import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/auth-answer-malformed',
  kind: 'client',
  title: 'OpenSMTPD can’t take apart what a client answers to AUTH',
  cause:
    'The answer is no base64, has no NUL characters in the places where PLAIN wants them, a name or password is longer than this version takes (31 characters of a name before 5.9), or the client breaks off with *.',
  symptoms: {
    log: [
      {
        pattern:
          /Failed command on session \S+: "AUTH [^"]*" => 501 5\.5\.2 Syntax error|failed-command command="AUTH [^"]*" result="501 5\.5\.2 Syntax error/,
        specimen:
          'smtpd[26118]: smtp-in: Failed command on session 78fa93cb23366cfe: "AUTH PLAIN (...)" => 501 5.5.2 Syntax error: Syntax error',
        strength: 'names',
      },
    ],
    facts: [],
    client: '501 5.5.2 Syntax error',
  },
  repair: {
    words: 'Encode NUL, name, NUL, password; on an old version shorten the name.',
    commands: ["printf '\\0alice\\0secret' | base64"],
  },
  unreproduced: 'Its lines are those of the server’s source and of reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4616 section 2', 'https://github.com/OpenSMTPD/OpenSMTPD/issues/668'],
};
