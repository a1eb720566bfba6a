import type { FailureMode } from '../../model/failure-mode';
import { manual, restart } from './shared/refused-logins';

export const mode: FailureMode = {
  id: 'auth-not-offered/second-auth-line',
  kind: 'noise',
  title: 'a client complains of a keyword in the answer to EHLO that is not in the form of RFC 5321',
  cause:
    'Most often it is the second line with AUTH: broken_sasl_auth_clients = yes, as in the how-to, repeats the mechanisms in an old form, AUTH=PLAIN LOGIN, for Outlook Express 4. Strict parsers log an error about its equals sign and use the other line. A keyword with an underscore, of another server, does the same.',
  symptoms: {
    log: [
      {
        pattern: /^(?:\S*SmtpResponseParserException: )?EHLO keyword contains invalid character/,
        specimen: 'SmtpResponseParserException: EHLO keyword contains invalid character',
        strength: 'names',
      },
    ],
    facts: [],
    client: '250-AUTH PLAIN LOGIN, and 250-AUTH=PLAIN LOGIN',
  },
  repair: {
    words: 'Nothing need be done. Without clients of the last century it can go.',
    commands: [
      'printf "EHLO client.example\\r\\nQUIT\\r\\n" | nc -w 5 mail.example.test 587   # which keyword it is',
      'postconf -e broken_sasl_auth_clients=no',
      restart,
    ],
  },
  unreproduced: 'the reference server has the setting and is whole; the line is of a client’s log',
  versions: {},
  noticedBy: [],
  references: [
    manual('broken_sasl_auth_clients'),
    'https://github.com/thunderbird/thunderbird-android/issues/8715',
    'https://github.com/apache/james-project/pull/3195',
  ],
};
