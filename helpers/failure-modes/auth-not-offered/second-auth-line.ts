import type { FailureMode } from '../../model/failure-mode';
import { manual, restart } from './shared/refused-logins';

export const mode: FailureMode = {
  id: 'auth-not-offered/second-auth-line',
  kind: 'noise',
  title: 'a client complains of the second line with AUTH in the answer to EHLO',
  cause:
    'broken_sasl_auth_clients = yes, as in the how-to, repeats the mechanisms in an old form, AUTH=PLAIN LOGIN, for ' +
    'Outlook Express 4. Strict parsers log an error about its equals sign and use the other line.',
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
    commands: ['postconf -e broken_sasl_auth_clients=no', restart],
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
